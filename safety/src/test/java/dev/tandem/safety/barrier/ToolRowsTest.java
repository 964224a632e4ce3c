package dev.tandem.safety.barrier;

import static dev.tandem.safety.barrier.MovingArm.RESPONSE_SECONDS;
import static dev.tandem.safety.barrier.MovingArm.dot;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRowsTest {
  private static final double NOWHERE = Double.POSITIVE_INFINITY;
  private static final double[] LOW = {-NOWHERE, -NOWHERE, -NOWHERE};
  private static final double[] HIGH = {NOWHERE, NOWHERE, NOWHERE};
  private static final SpaceConfig SPACE =
      new SpaceConfig(List.of(), List.of(), List.of(), 2, 0.05, 0.005);

  private double allowedMPerS = NOWHERE;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private ToolRows rows(double[] min, double[] max) {
    return new ToolRows(
        new ToolBarrierConfig(1.5, 0.1, 4, min, max, 0, 0.2),
        SPACE,
        MovingArm.NAMES,
        () -> allowedMPerS);
  }

  private static double speed(MovingArm moving) {
    double[] velocity = moving.velocity(moving::tool);
    return Math.sqrt(dot(velocity, velocity));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void looksAlongTheVelocityAndAcrossItBothWays(long seed) {
    MovingArm moving = new MovingArm(seed, 0.5, 0.5);
    moving.add(rows(LOW, HIGH));
    assertEquals(6, moving.rows.size(), "no wall, no row");
    double[] velocity = moving.velocity(moving::tool);
    for (int axis = 0; axis < 3; axis++) {
      double[] direction = moving.direction(2 * axis);
      assertEquals(1, dot(direction, direction), 1e-9);
      assertEquals(axis == 0 ? speed(moving) : 0, dot(direction, velocity), 1e-6);
      assertEquals(0, dot(direction, moving.direction((2 * axis + 2) % 6)), 1e-9);
      assertArrayEquals(negative(direction), moving.direction(2 * axis + 1), 1e-9);
    }
  }

  /** As fast across, in both directions, as leaves the length of the velocity below the limit. */
  @ParameterizedTest
  @MethodSource("seeds")
  void isAllowedToReachItsSpeedButNotToTurnAboveIt(long seed) {
    MovingArm moving = new MovingArm(seed, 0.5, 0.4);
    moving.add(rows(LOW, HIGH));
    double most = 1.5 - 0.1;
    double now = speed(moving);
    double across = Math.sqrt(0.5 * (most * most - now * now));
    double[] free = {most - now, most + now, across, across, across, across};
    double[] drift = moving.acceleration(moving::tool);
    for (int row = 0; row < 6; row++) {
      double turning = dot(moving.direction(row), drift);
      assertEquals(free[row] / RESPONSE_SECONDS - turning, moving.rows.bounds[row], 1e-3);
    }
  }

  @Test
  void aToolThatIsTooFastBrakesWithTwiceWhatIsCountedOnAndDoesNotTurn() {
    MovingArm moving = new MovingArm(1, 0.5, 1);
    allowedMPerS = 0.01;
    moving.add(rows(LOW, HIGH));
    double[] drift = moving.acceleration(moving::tool);
    assertEquals(-8 - dot(moving.direction(0), drift), moving.rows.bounds[0], 1e-3);
    assertEquals(-dot(moving.direction(2), drift), moving.rows.bounds[2], 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"1e9, 1.4", "1, 0.9", "0.25, 0.15", "0.2, 0.12", "0, 0", "-1, 0", "NaN, 0"})
  void theMarginTakesNoMoreThanAShareOfALowSpeed(double allowed, double expected) {
    MovingArm resting = new MovingArm(2, 0.5, 0);
    allowedMPerS = allowed;
    resting.add(rows(LOW, HIGH));
    assertEquals(expected / RESPONSE_SECONDS, resting.rows.bounds[0], 1e-9);
    assertEquals(Math.sqrt(0.5) * expected, resting.rows.leastReserve(), 1e-9);
    assertEquals(BarrierLimit.TOOL_SPEED.number, resting.rows.leastReserveLimit());
  }

  @Test
  void aRestingToolIsLookedAtFromAllSides() {
    MovingArm resting = new MovingArm(2, 0.5, 0);
    resting.add(rows(LOW, HIGH));
    double[] sum = new double[3];
    for (int row = 0; row < 6; row++) {
      double[] direction = resting.direction(row);
      for (int k = 0; k < 3; k++) {
        sum[k] += direction[k] * direction[k];
      }
    }
    assertArrayEquals(new double[] {2, 2, 2}, sum, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aWallIsApproachedNoFasterThanItsDistanceAllows(int wall) {
    MovingArm moving = new MovingArm(wall, 0.5, 0);
    int axis = wall / 2;
    int sign = wall % 2 == 0 ? 1 : -1;
    double[] min = LOW.clone();
    double[] max = HIGH.clone();
    double at = moving.tool(moving.arm.q)[axis];
    (sign > 0 ? max : min)[axis] = at + sign * (0.01 + SPACE.marginMetres());
    ToolRows rows = rows(min, max);
    moving.add(rows);
    assertEquals(7, moving.rows.size());
    assertEquals(BarrierLimit.TOOL_BOX, moving.rows.limits[6]);
    assertEquals(sign, moving.direction(6)[axis], 1e-9);
    double approach = Math.sqrt(2 * 2 * 0.01) - 0.05;
    assertEquals(approach / RESPONSE_SECONDS, moving.rows.bounds[6], 1e-9);
    assertEquals(approach, moving.rows.leastReserve(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWayToAWallIsUsedUpByTheToolsOwnSpeed(long seed) {
    MovingArm moving = new MovingArm(seed, 0.5, 0.3);
    double[] at = moving.tool(moving.arm.q);
    double[] velocity = moving.velocity(moving::tool);
    double[] drift = moving.acceleration(moving::tool);
    double[] min = {at[0] - 0.055, at[1] - 0.055, at[2] - 0.055};
    double[] max = {at[0] + 0.055, at[1] + 0.055, at[2] + 0.055};
    moving.add(rows(min, max));
    double stopping = Math.sqrt(2 * 2 * 0.05);
    for (int wall = 0; wall < 6; wall++) {
      int axis = wall / 2;
      int sign = wall % 2 == 0 ? 1 : -1;
      double towards = sign * velocity[axis];
      double falling = towards > 0 ? -2 * towards / stopping : 0;
      double follow = falling + (stopping - 0.05 - towards) / RESPONSE_SECONDS;
      double expected = Math.max(-4, follow) - sign * drift[axis];
      assertEquals(expected, moving.rows.bounds[6 + wall], 1e-3, "wall " + wall);
      assertEquals(towards, moving.speed(6 + wall), 1e-6);
    }
  }

  @Test
  void eachWallThatThereIsHasOneRow() {
    MovingArm resting = new MovingArm(2, 0.5, 0);
    double[] at = resting.tool(resting.arm.q);
    ToolRows walled =
        rows(
            new double[] {at[0] - 0.5, at[1] - 0.2, at[2] - 0.4},
            new double[] {at[0] + 0.3, at[1] + 0.6, at[2] + 0.7});
    resting.add(walled);
    assertEquals(walled.maxRows(), resting.rows.size());
    resting.add(rows(LOW, HIGH));
    assertEquals(6, resting.rows.size());
  }

  private static double[] negative(double[] a) {
    return new double[] {-a[0], -a[1], -a[2]};
  }
}
