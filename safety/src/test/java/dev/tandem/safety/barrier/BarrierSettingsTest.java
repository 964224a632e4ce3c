package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what at the edge is not. */
class BarrierSettingsTest {
  private static final double[] LOW = {-1, -1, -1};
  private static final double[] HIGH = {1, 1, 1};
  private static final double[] POINT = {0, 0, 0};

  private static void assertRefused(String figure, Executable made) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, made).getMessage());
    assertTrue(message.contains(figure), message);
  }

  private static ToolBarrierConfig tool(
      double speed, double margin, double deceleration, double least, double seconds) {
    return new ToolBarrierConfig(speed, margin, deceleration, LOW, HIGH, least, seconds);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void whatMustBeMoreThanNothingIs(double figure) {
    assertRefused("got " + figure, () -> tool(figure, 0.1, 4, 0.02, 0.2));
    assertRefused(", " + figure + " and", () -> tool(3, 0.1, figure, 0.02, 0.2));
    assertRefused("and " + figure, () -> tool(3, 0.1, 4, 0.02, figure));
    assertRefused("got " + figure, () -> space(figure, 0.05, 0.005));
    assertRefused("got " + figure, () -> barrier(figure));
    assertRefused("and " + figure, () -> new JointBraking(0.1, figure));
    assertRefused("got " + figure, () -> joints(0.01, 0.1, figure, 0.05, 1.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN})
  void whatMustNotBeNegativeIsNot(double figure) {
    assertRefused("and " + figure, () -> tool(3, figure, 4, 0.02, 0.2));
    assertRefused("got " + figure, () -> tool(3, 0.1, 4, figure, 0.2));
    assertRefused(", " + figure, () -> space(2, figure, 0.005));
    assertRefused("and " + figure, () -> space(2, 0.05, figure));
    assertRefused("radius " + figure, () -> new LinkCapsule(0, POINT, POINT, figure));
    assertRefused("got " + figure, () -> new JointBraking(figure, 1));
    assertRefused(", " + figure, () -> joints(figure, 0.1, 0.02, 0.05, 1.1));
    assertRefused("and " + figure, () -> joints(0.01, figure, 0.02, 0.05, 1.1));
    assertRefused(", " + figure, () -> joints(0.01, 0.1, 0.02, figure, 1.1));
  }

  @Test
  void nothingIsAllowedWhereItMakesSense() {
    assertEquals(0, tool(3, 0, 4, 0, 0.2).leastSingularValue());
    assertEquals(0, space(2, 0, 0).marginMetres());
    assertEquals(0, new LinkCapsule(0, POINT, POINT, 0).radiusMetres());
    assertEquals(0, new JointBraking(0, 1).offsetRadPerS());
    assertEquals(0, joints(0, 0, 0.02, 0, 1.1).marginRad());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, Double.NaN})
  void aJointMayBeFasterThanItsLimitBeforeTheRobotStops(double ratio) {
    assertRefused("and " + ratio, () -> joints(0.01, 0.1, 0.02, 0.05, ratio));
  }

  @Test
  void aBoxHasThreeAxesOfSomeLength() {
    double[] two = {1, 1};
    assertRefused("got 2 and 3", () -> new ToolBarrierConfig(3, 0, 4, two, HIGH, 0, 1));
    assertRefused("got 3 and 2", () -> new ToolBarrierConfig(3, 0, 4, LOW, two, 0, 1));
    for (int axis = 0; axis < 3; axis++) {
      double[] flat = HIGH.clone();
      flat[axis] = LOW[axis];
      assertRefused("axis " + axis, () -> ToolBarrierConfig.fr3().within(LOW, flat));
    }
  }

  @Test
  void theToolOfAnFr3MayBeAnywhereUntilItIsGivenABox() {
    ToolBarrierConfig anywhere = ToolBarrierConfig.fr3();
    ToolBarrierConfig boxed = anywhere.within(LOW, HIGH);
    assertEquals(3, boxed.maxSpeedMPerS());
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(Double.NEGATIVE_INFINITY, anywhere.minMetres()[axis]);
      assertEquals(Double.POSITIVE_INFINITY, anywhere.maxMetres()[axis]);
      assertEquals(-1, boxed.minMetres()[axis]);
      assertEquals(1, boxed.maxMetres()[axis]);
    }
  }

  @Test
  void aCapsuleHasALinkAndTwoPoints() {
    double[] two = {0, 0};
    assertRefused("joint -1", () -> new LinkCapsule(-1, POINT, POINT, 0));
    assertRefused("two points", () -> new LinkCapsule(0, two, POINT, 0));
    assertRefused("two points", () -> new LinkCapsule(0, POINT, two, 0));
  }

  @Test
  void aPairIsTwoCapsulesThatAreThere() {
    assertRefused("got -1 and 0", () -> new SpaceConfig.CapsulePair(-1, 0));
    assertRefused("got 0 and -1", () -> new SpaceConfig.CapsulePair(0, -1));
    assertRefused("got 1 and 1", () -> new SpaceConfig.CapsulePair(1, 1));
    LinkCapsule capsule = new LinkCapsule(0, POINT, POINT, 0.1);
    List<SpaceConfig.CapsulePair> pairs = List.of(new SpaceConfig.CapsulePair(1, 0));
    List<LinkCapsule> two = List.of(capsule, capsule);
    assertEquals(pairs, new SpaceConfig(two, List.of(), pairs, 2, 0, 0).pairs());
    assertRefused("0 to 0", () -> new SpaceConfig(List.of(capsule), List.of(), pairs, 2, 0, 0));
  }

  @Test
  void everyJointHasItsFigures() {
    JointBarrierConfig six =
        new JointBarrierConfig(
            JointBraking.FR3.subList(0, 6), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0), 0, 0, 1, 0, 2);
    assertRefused("got 6", () -> new JointRows(new FilteredArm().model, six, MovingArm.NAMES));
    assertRefused(
        "got 7 and 1", () -> new JointBarrierConfig(JointBraking.FR3, List.of(1.0), 0, 0, 1, 0, 2));
    assertRefused(
        "got [0.0]",
        () -> new JointBarrierConfig(JointBraking.FR3.subList(0, 1), List.of(0.0), 0, 0, 1, 0, 2));
  }

  private static JointBarrierConfig joints(
      double marginRad, double speedMargin, double response, double beyondRad, double ratio) {
    return new JointBarrierConfig(
        JointBraking.FR3,
        JointBarrierConfig.fr3().accelerationRadPerS2(),
        marginRad,
        speedMargin,
        response,
        beyondRad,
        ratio);
  }

  private static SpaceConfig space(double deceleration, double offset, double margin) {
    return new SpaceConfig(List.of(), List.of(), List.of(), deceleration, offset, margin);
  }

  private static BarrierConfig barrier(double rate) {
    BarrierConfig fr3 = BarrierConfig.fr3();
    return new BarrierConfig(fr3.joints(), fr3.tool(), fr3.space(), rate);
  }
}
