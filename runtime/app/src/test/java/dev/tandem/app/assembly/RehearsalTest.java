package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.assembly.Rehearsal.Scene;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Policy RESTS =
      new Policy() {
        @Override
        public void act(Tick tick, Observation observation, MutableAction action) {
          action.zero();
        }

        @Override
        public long version() {
          return 0;
        }
      };

  @Test
  void goesThroughEveryStopAndThroughNormalDrivingWithoutOne() {
    assertEquals(
        EnumSet.of(
            Scene.IS_ASKED_FOR_NONSENSE,
            Scene.GOES_BLIND,
            Scene.COMES_NEAR_ITS_LIMITS,
            Scene.BREAKS,
            Scene.IS_STOPPED,
            Scene.RESTS,
            Scene.IS_TOLD_WHAT_TO_DO),
        new Rehearsal(Robot.shipped(), Tasks.create("peg-insert", "plant"), RESTS, 1_000_000)
            .once());
  }
}
