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

  /** Or it would never come to its end: what a person says is counted for nobody. */
  @Test
  void aRoundAllocatesNothingOnceItIsCompiled() {
    Rehearsal rehearsal =
        new Rehearsal(Robot.shipped(), Tasks.create("peg-insert", "plant"), RESTS, 1_000_000);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 60 && least > 0; round++) {
      long before = rehearsal.tickBytes();
      rehearsal.once();
      least = Math.min(least, rehearsal.tickBytes() - before);
    }
    assertEquals(0, least);
  }
}
