package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spaces, timing and reward, in a world whose state is written by hand. */
class PickCubeTest {
  private final HandWrittenTable world = new HandWrittenTable(TableScene.CUBE);
  private final PickCube dense = PickCube.dense(world);
  private final PickCube sparse = PickCube.sparse(world);

  private MutableObservation seen(double aside, double lift) {
    return seen(aside, lift, 0);
  }

  /** The tool so far beside a cube at (0.4, 0), both so far up. */
  private MutableObservation seen(double aside, double lift, double closed) {
    world.tool = new double[] {0.4 + aside, 0, 0.02 + lift};
    world.things[0] = new double[] {0.4, 0, 0.02 + lift};
    world.closed = closed;
    return world.observed();
  }

  private static MutableAction gripper(PickCube task, double wish) {
    MutableAction action = new MutableAction(task.actionSpec());
    action.set(3, wish);
    return action;
  }

  private double reward(PickCube task, MutableObservation after) {
    return task.reward(seen(0, 0), gripper(task, 0), after);
  }

  @Test
  void timingIsThatOfSerl() {
    assertEquals(2_000_000, dense.periodNanos());
    assertEquals(10, dense.ticksPerDecision());
    assertEquals(100, dense.horizonSteps());
  }

  @Test
  void timingOfTheSparseVariantIsThatOfGymHil() {
    assertEquals(2_000_000, sparse.periodNanos());
    assertEquals(50, sparse.ticksPerDecision());
    assertEquals(100, sparse.horizonSteps());
  }

  @Test
  void actionsAreTenCentimetresOrTwoAndAHalfAndOneGripper() {
    assertEquals(
        List.of(
            new Channel("dx", "m", -0.1, 0.1),
            new Channel("dy", "m", -0.1, 0.1),
            new Channel("dz", "m", -0.1, 0.1),
            new Channel("gripper", "1", -1, 1)),
        dense.actionSpec().channels());
    assertEquals(new Channel("dz", "m", -0.025, 0.025), sparse.actionSpec().channels().get(2));
    assertEquals(new Channel("gripper", "1", -1, 1), sparse.actionSpec().channels().get(3));
  }

  @Test
  void thePolicySeesTheTenNumbersOfSerlsInItsOrder() {
    assertEquals(
        List.of(
            "tool.0",
            "tool.1",
            "tool.2",
            "tool_velocity.0",
            "tool_velocity.1",
            "tool_velocity.2",
            "gripper.closed",
            "to_cube.0",
            "to_cube.1",
            "to_cube.2"),
        dense.encoder().names());
    world.tool = new double[] {0.6, 0.2, 0.25};
    world.toolVelocity = new double[] {0.5, -1, 0.25};
    world.closed = 1;
    world.things[0] = new double[] {0.5, 0.2, 0.3};
    float[] features = new float[10];
    dense.encoder().encode(world.observed(), features);
    float[] expected = {1, 1, 0, 1, -2, 0.5f, 1, -1, 0, 0.5f};
    assertArrayEquals(expected, features, 1e-6f);
  }

  @Test
  void thePolicyOfTheSparseVariantSeesTheJointsToo() {
    List<String> names = sparse.encoder().names();
    assertEquals(7 + 7 + 1 + 3 + 3, names.size());
    assertEquals("q.0", names.get(0));
    assertEquals("qd.6", names.get(13));
    assertEquals("gripper.closed", names.get(14));
    assertEquals("tool.0", names.get(15));
    assertEquals("to_cube.2", names.get(20));
  }

  @Test
  void theDenseRewardIsThreeTenthsForBeingThereAndSevenForLifting() {
    assertEquals(0.3, reward(dense, seen(0, 0)), 1e-12);
    assertEquals(0.3 * Math.exp(-2), reward(dense, seen(0.1, 0)), 1e-12);
    assertEquals(0.3 + 0.35, reward(dense, seen(0, 0.1)), 1e-12);
    assertEquals(1, reward(dense, seen(0, 0.2)), 1e-12);
    assertEquals(1, reward(dense, seen(0, 0.3)), 1e-12);
    assertEquals(0.3, reward(dense, seen(0, -0.01)), 1e-12);
  }

  @Test
  void onlyTimeEndsTheDenseTask() {
    assertFalse(dense.terminated(seen(0, 0.3)));
    world.things[0] = new double[] {5, 5, 0.02};
    assertFalse(dense.terminated(world.observed()));
  }

  @Test
  void theCubeIsPickedWhenItIsHeldTenCentimetresUp() {
    assertTrue(dense.succeeded(seen(0, 0.101)));
    assertFalse(dense.succeeded(seen(0, 0.099)));
    assertTrue(dense.succeeded(seen(0.049, 0.101)));
    assertFalse(dense.succeeded(seen(0.051, 0.101)));
  }

  @Test
  void theSparseRewardIsOneForTheCubeTenCentimetresUpWhichEndsIt() {
    assertEquals(0, reward(sparse, seen(0, 0.099)));
    assertFalse(sparse.terminated(seen(0, 0.099)));
    assertEquals(1, reward(sparse, seen(0.3, 0.101)));
    assertTrue(sparse.terminated(seen(0.3, 0.101)));
    assertTrue(sparse.succeeded(seen(0.3, 0.101)));
  }

  @Test
  void aCubeMoreThanFiveCentimetresOutsideEndsTheSparseTaskWithoutSuccess() {
    double[][] inside = {{0.151, 0}, {0.649, 0}, {0.4, -0.299}, {0.4, 0.299}};
    double[][] outside = {{0.149, 0}, {0.651, 0}, {0.4, -0.301}, {0.4, 0.301}};
    for (double[] at : inside) {
      world.things[0] = new double[] {at[0], at[1], 0.02};
      assertFalse(sparse.terminated(world.observed()));
    }
    for (double[] at : outside) {
      world.things[0] = new double[] {at[0], at[1], 0.02};
      assertTrue(sparse.terminated(world.observed()));
      assertFalse(sparse.succeeded(world.observed()));
    }
  }

  @Test
  void turningTheGripperRoundCostsATwentiethInTheSparseTask() {
    MutableObservation after = seen(0, 0);
    assertEquals(-0.05, sparse.reward(seen(0, 0, 0), gripper(sparse, 1), after));
    assertEquals(0, sparse.reward(seen(0, 0, 0), gripper(sparse, -1), after));
    assertEquals(0, sparse.reward(seen(0, 0, 0), gripper(sparse, 0.5), after));
    assertEquals(-0.05, sparse.reward(seen(0, 0, 1), gripper(sparse, -1), after));
    assertEquals(0, sparse.reward(seen(0, 0, 1), gripper(sparse, 1), after));
    assertEquals(0, sparse.reward(seen(0, 0, 0.5), gripper(sparse, 1), after));
  }

  @Test
  void theSeedDecidesWhereTheCubeStartsAndTheArmStartsAtHome() {
    double least = 1;
    double most = -1;
    for (int seed = 0; seed < 200; seed++) {
      dense.reset(seed);
      assertTrue(world.things[0][0] >= 0.25 && world.things[0][0] <= 0.55, "seed " + seed);
      assertTrue(world.things[0][1] >= -0.25 && world.things[0][1] <= 0.25, "seed " + seed);
      least = Math.min(least, world.things[0][1]);
      most = Math.max(most, world.things[0][1]);
    }
    assertTrue(least < -0.22 && most > 0.22, least + " to " + most);
    assertArrayEquals(new double[] {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4}, world.armRad);
    double[] last = world.things[0].clone();
    dense.reset(3);
    dense.reset(199);
    assertArrayEquals(last, world.things[0]);
    sparse.reset(3);
    assertEquals(2.62, world.armRad[5]);
  }

  @Test
  void nothingIsLeftToCorrectOnceTheCubeIsAsHighAsItPays() {
    Expert expert = dense.expert();
    assertEquals(0.2, expert.remainingMetres(seen(0, 0)), 1e-12);
    assertEquals(0.2 + 0.07, expert.remainingMetres(seen(0.07, 0)), 1e-12);
    assertEquals(0, expert.remainingMetres(seen(0, 0.201)));
  }
}
