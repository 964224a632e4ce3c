package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cube in the whole loop: controller, filters, authority, transitions. */
class PickCubeEpisodesTest {
  private static final double MUST_LIFT_METRES = 0.15;

  private final SimulatorOf cube = SimulatorOf.create("pick-cube", "mujoco");
  private final List<Transition> transitions = new ArrayList<>();
  private long episode;

  @AfterEach
  void close() {
    cube.close();
  }

  private Rig rig(Policy policy) {
    return new Rig(
        Robot.shippedFor("pick-cube"),
        cube.task(),
        InterventionSource.NOBODY,
        policy,
        new UnjournaledRecording(cube.task()));
  }

  private boolean play(Rig rig, long seed) {
    transitions.clear();
    return new EpisodeRunner(rig, () -> false, false).run(episode++, seed, transitions::add);
  }

  private Policy expert() {
    return Driver.expert(cube.task()).policy();
  }

  @Test
  void theExpertLiftsTheCubeFromTwentyStarts() {
    Rig rig = rig(expert());
    int cubeZ = cube.task().observationSpec().indexOf("cube.2");
    for (long seed = 0; seed < 20; seed++) {
      assertTrue(play(rig, seed), "seed " + seed);
      double height = rig.loop().observation().get(cubeZ);
      assertTrue(height > MUST_LIFT_METRES, "seed " + seed + ": " + height + " m");
    }
  }

  /** There the Jacobian is nearly singular, and SERL's law has to do with what is left of it. */
  @ParameterizedTest
  @ValueSource(longs = {1000, 1006, 1015, 1016, 1029, 1031, 1042, 1063, 1074})
  void theExpertLiftsTheCubeNearTheBaseWhereTheElbowFolds(long seed) {
    assertTrue(play(rig(expert()), seed));
  }

  @Test
  void aTimeOutIsATruncationAfterAHundredDecisionsOfTwentyMilliseconds() {
    play(rig(expert()), 1);
    assertEquals(100, transitions.size());
    Transition last = transitions.get(99);
    assertTrue(last.truncated());
    assertEquals(0, transitions.stream().filter(Transition::terminated).count());
    assertEquals(1, transitions.stream().filter(Transition::truncated).count());
    assertEquals(20_000_000, last.stampNanos() - transitions.get(98).stampNanos());
  }

  @Test
  void theFiltersPassSerlsLawAsItIs() {
    Rig rig = rig(expert());
    for (long seed = 0; seed < 5; seed++) {
      play(rig, seed);
      long changed = transitions.stream().filter(t -> t.worstVerdict() != Verdict.PASSED).count();
      assertEquals(0, changed, "seed " + seed);
    }
  }

  @Test
  void equalSeedsGiveEqualEpisodes() {
    Rig rig = rig(expert());
    play(rig, 4);
    List<float[]> first = transitions.stream().map(Transition::nextObservation).toList();
    play(rig, 5);
    assertNotEquals(Arrays.hashCode(first.get(0)), hash(0));
    play(rig, 4);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(Arrays.hashCode(first.get(i)), hash(i), "step " + i);
    }
  }

  private int hash(int step) {
    return Arrays.hashCode(transitions.get(step).nextObservation());
  }

  @Test
  void actionsAtRandomStopNobody() {
    SplittableRandom random = new SplittableRandom(7);
    Policy wild =
        new Policy() {
          @Override
          public void act(Tick tick, Observation observation, MutableAction action) {
            for (int i = 0; i < action.size(); i++) {
              action.set(i, random.nextDouble(-1, 1) * action.spec().channel(i).max());
            }
          }

          @Override
          public long version() {
            return 0;
          }
        };
    Rig rig = rig(wild);
    for (long seed = 0; seed < 10; seed++) {
      play(rig, seed);
      assertEquals(100, transitions.size(), "seed " + seed);
    }
  }
}
