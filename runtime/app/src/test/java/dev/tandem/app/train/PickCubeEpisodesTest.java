package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pick-cube} alone has; the rest is in {@link TableEpisodesTest}. */
class PickCubeEpisodesTest {
  private static final double MUST_LIFT_METRES = 0.15;

  private final TableEpisodes cube = new TableEpisodes("pick-cube");

  @AfterEach
  void close() {
    cube.close();
  }

  @Test
  void theExpertLiftsTheCubeFromTwentyStarts() {
    Rig rig = cube.rig(cube.expert());
    int cubeZ = cube.task().observationSpec().indexOf("cube.2");
    for (long seed = 0; seed < 20; seed++) {
      assertTrue(cube.play(rig, seed), "seed " + seed);
      double height = rig.loop().observation().get(cubeZ);
      assertTrue(height > MUST_LIFT_METRES, "seed " + seed + ": " + height + " m");
    }
  }

  /** There the Jacobian is nearly singular, and SERL's law has to do with what is left of it. */
  @ParameterizedTest
  @ValueSource(longs = {1000, 1006, 1015, 1016, 1029, 1031, 1042, 1063, 1074})
  void theExpertLiftsTheCubeNearTheBaseWhereTheElbowFolds(long seed) {
    assertTrue(cube.play(cube.rig(cube.expert()), seed));
  }

  /** What is done goes on until time is up. */
  @Test
  void aCubeThatIsLiftedEndsNothing() {
    assertTrue(cube.play(cube.rig(cube.expert()), 1));
    assertEquals(100, cube.transitions().size());
    assertTrue(cube.last().truncated() && !cube.last().terminated());
  }

  @Test
  void theFiltersPassSerlsLawAsItIs() {
    Rig rig = cube.rig(cube.expert());
    for (long seed = 0; seed < 5; seed++) {
      cube.play(rig, seed);
      long changed =
          cube.transitions().stream().filter(t -> t.worstVerdict() != Verdict.PASSED).count();
      assertEquals(0, changed, "seed " + seed);
    }
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
    Rig rig = cube.rig(wild);
    for (long seed = 0; seed < 10; seed++) {
      cube.play(rig, seed);
      assertEquals(100, cube.transitions().size(), "seed " + seed);
    }
  }
}
