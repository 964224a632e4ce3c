package dev.tandem.safety.barrier;

import static dev.tandem.safety.barrier.MovingArm.dot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Balls at the ends of two links, a ball in space: distances that can be told by hand. */
class LinkClearanceTest {
  private static final double[] HAND_END = {0.01, 0.02, 0.1};
  private static final double[] ELBOW = {0.03, -0.1, 0};
  private static final double[] CENTRE = {0.2, 0.4, 0.6};
  private static final LinkCapsule HAND = new LinkCapsule(6, HAND_END, HAND_END, 0.05);
  private static final LinkCapsule UPPER_ARM = new LinkCapsule(2, ELBOW, ELBOW, 0.07);
  private static final SpaceConfig SPACE =
      new SpaceConfig(
          List.of(HAND, UPPER_ARM),
          List.of(new KeepOut.Ball(CENTRE, 0.12)),
          List.of(new SpaceConfig.CapsulePair(0, 1)),
          2,
          0.05,
          0.005);

  private final MovingArm resting = new MovingArm(1, 0.3, 0);

  private double least(SpaceConfig space) {
    return new LinkClearance(space, resting.arm.model).leastMetres(resting.arm.q);
  }

  private double metres(double[] from, double[] to) {
    double[] between = {from[0] - to[0], from[1] - to[1], from[2] - to[2]};
    return Math.sqrt(dot(between, between));
  }

  private double[] hand() {
    return resting.onLink(6, HAND_END, resting.arm.q);
  }

  private double[] upperArm() {
    return resting.onLink(2, ELBOW, resting.arm.q);
  }

  @Test
  void theDistanceFromWhatIsKeptOutIsThatOfTheNearestLink() {
    double expected = Math.min(metres(hand(), CENTRE) - 0.17, metres(upperArm(), CENTRE) - 0.19);
    assertEquals(expected, least(SPACE.keepingOut()), 1e-12);
  }

  @Test
  void theDistanceBetweenLinksIsThatOfTheirSurfaces() {
    assertEquals(metres(hand(), upperArm()) - 0.12, least(SPACE.keepingApart()), 1e-12);
  }

  @Test
  void theLeastOfAllCounts() {
    double expected = Math.min(least(SPACE.keepingOut()), least(SPACE.keepingApart()));
    assertEquals(expected, least(SPACE), 0);
  }

  @Test
  void nothingToBeFarFromIsInfinitelyFar() {
    assertEquals(Double.POSITIVE_INFINITY, least(SPACE.keepingOut().keepingApart()));
  }

  @Test
  void whatIsInsideIsANegativeDistanceAway() {
    double[] at = hand();
    SpaceConfig around =
        new SpaceConfig(
            List.of(HAND), List.of(new KeepOut.Ball(at, 0.1)), List.of(), 2, 0.05, 0.005);
    assertEquals(-0.15, least(around), 1e-12);
  }

  @Test
  void aPostureThatIsUnknownHasNoDistance() {
    resting.arm.q[1] = Double.NaN;
    assertTrue(Double.isNaN(least(SPACE)));
  }

  @Test
  void measuringCostsNoBytes() {
    LinkClearance clearance = new LinkClearance(SPACE, resting.arm.model);
    assertEquals(0, AllocatedBytes.perCall(() -> clearance.leastMetres(resting.arm.q)));
  }
}
