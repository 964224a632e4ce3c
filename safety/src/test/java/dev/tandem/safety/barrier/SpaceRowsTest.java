package dev.tandem.safety.barrier;

import static dev.tandem.safety.barrier.MovingArm.RESPONSE_SECONDS;
import static dev.tandem.safety.barrier.MovingArm.dot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Balls at the ends of two links, a ball in space: distances that can be told by hand. */
class SpaceRowsTest {
  private static final double[] HAND_END = {0.01, 0.02, 0.1};
  private static final double[] ELBOW = {0.03, -0.1, 0};
  private static final double[] CENTRE = {0.2, 0.4, 0.6};
  private static final LinkCapsule HAND = new LinkCapsule(6, HAND_END, HAND_END, 0.05);
  private static final LinkCapsule UPPER_ARM = new LinkCapsule(2, ELBOW, ELBOW, 0.07);
  private static final KeepOut BALL = new KeepOut.Ball(CENTRE, 0.12);
  private static final SpaceConfig.CapsulePair PAIR = new SpaceConfig.CapsulePair(0, 1);
  private static final double DECELERATION = 2;
  private static final double OFFSET = 0.05;
  private static final double MARGIN = 0.005;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private static SpaceRows rows(List<KeepOut> keepOuts, List<SpaceConfig.CapsulePair> pairs) {
    SpaceConfig config =
        new SpaceConfig(List.of(HAND, UPPER_ARM), keepOuts, pairs, DECELERATION, OFFSET, MARGIN);
    return new SpaceRows(config, new BarrierNames(MovingArm.JOINTS, config), MovingArm.JOINTS);
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  /** One row against hand calculation: from what to what, and how that moves. */
  private static void assertRow(
      MovingArm moving, int row, double radii, MovingArm.Place between, BarrierLimit limit) {
    double[] across = between.at(moving.arm.q);
    double length = Math.sqrt(dot(across, across));
    double closing = -dot(moving.velocity(between), across) / length;
    double drift = -dot(moving.acceleration(between), across) / length;
    double stopping = Math.sqrt(2 * DECELERATION * (length - radii - MARGIN));
    double falling = closing > 0 ? -DECELERATION * closing / stopping : 0;
    double follow = falling + (stopping - OFFSET - closing) / RESPONSE_SECONDS;
    assertEquals(limit, moving.rows.limits[row]);
    assertEquals(closing, moving.speed(row), 1e-6);
    assertEquals(
        Math.max(-2 * DECELERATION, follow) - drift, moving.rows.bounds[row], 1e-3, "row " + row);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCapsuleKeepsItsDistanceToEveryVolume(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.5);
    KeepOut other = new KeepOut.Ball(new double[] {-1, -1, 1}, 0.3);
    SpaceRows rows = rows(List.of(BALL, other), List.of());
    moving.add(rows);
    assertEquals(4, moving.rows.size());
    assertEquals(4, rows.maxRows());
    MovingArm.Place hand = q -> minus(moving.onLink(6, HAND_END, q), CENTRE);
    MovingArm.Place elbow = q -> minus(moving.onLink(2, ELBOW, q), CENTRE);
    assertRow(moving, 0, 0.17, hand, BarrierLimit.KEEP_OUT);
    assertRow(moving, 2, 0.19, elbow, BarrierLimit.KEEP_OUT);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoCapsulesKeepTheirDistanceToEachOtherWhicheverMoves(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.5);
    SpaceRows rows = rows(List.of(), List.of(PAIR));
    moving.add(rows);
    assertEquals(1, moving.rows.size());
    assertEquals(1, rows.maxRows());
    MovingArm.Place between = q -> minus(moving.onLink(6, HAND_END, q), moving.onLink(2, ELBOW, q));
    assertRow(moving, 0, 0.12, between, BarrierLimit.SELF_COLLISION);
    moving.add(rows(List.of(), List.of(new SpaceConfig.CapsulePair(1, 0))));
    assertRow(moving, 0, 0.12, between, BarrierLimit.SELF_COLLISION);
  }

  @Test
  void aCapsuleNeedsALinkThatIsThere() {
    LinkCapsule last = new LinkCapsule(6, HAND_END, HAND_END, 0);
    SpaceConfig config =
        new SpaceConfig(List.of(last), List.of(), List.of(), DECELERATION, OFFSET, MARGIN);
    assertEquals(0, new SpaceRows(config, MovingArm.NAMES, 7).maxRows());
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> new SpaceRows(config, MovingArm.NAMES, 6))
                .getMessage());
    assertEquals("a capsule's joint must be 0 to 5, got 6", message);
  }
}
