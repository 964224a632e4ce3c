package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against finite differences of where the links are. */
class ArmMotionTest {
  private static final int JOINTS = FilteredArm.JOINTS;
  private static final double STEP_SECONDS = 1e-4;
  private static final double[] IN_LINK = {0.03, -0.05, 0.11};
  private static final double[] NORMAL = {2 / 7.0, 3 / 7.0, 6 / 7.0};

  private final FilteredArm arm = new FilteredArm();
  private final ArmMotion motion = new ArmMotion(arm.model);
  private final double[] point = new double[3];

  static IntStream links() {
    return IntStream.range(0, JOINTS);
  }

  private void move(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < JOINTS; i++) {
      arm.q[i] += random.nextDouble(-0.5, 0.5);
      arm.qd[i] = random.nextDouble(-2, 2);
    }
  }

  /** Along the normal, where a point of a link is when every joint went on at its speed. */
  private double placeAfter(int link, double seconds) {
    double[] moved = new double[JOINTS];
    Arrays.setAll(moved, i -> arm.q[i] + seconds * arm.qd[i]);
    assertTrue(motion.update(moved, arm.qd));
    LinkDistances.place(motion.frames, link, IN_LINK, point);
    return point[0] * NORMAL[0] + point[1] * NORMAL[1] + point[2] * NORMAL[2];
  }

  @ParameterizedTest
  @MethodSource("links")
  void aSpeedRowTellsHowFastAPointMoves(int link) {
    move(link);
    double moved = placeAfter(link, STEP_SECONDS) - placeAfter(link, -STEP_SECONDS);
    placeAfter(link, 0);
    double[] row = new double[JOINTS];
    motion.addSpeedRow(link, point, NORMAL, 1, row);
    double speed = 0;
    for (int i = 0; i < JOINTS; i++) {
      speed += row[i] * arm.qd[i];
    }
    assertEquals(moved / (2 * STEP_SECONDS), speed, 1e-6);
  }

  @ParameterizedTest
  @MethodSource("links")
  void theDriftIsHowAPointAcceleratesWhileNoJointDoes(int link) {
    move(10 + link);
    double outer = placeAfter(link, STEP_SECONDS) + placeAfter(link, -STEP_SECONDS);
    double bend = outer - 2 * placeAfter(link, 0);
    double expected = bend / (STEP_SECONDS * STEP_SECONDS);
    assertEquals(expected, motion.drift(link, point, NORMAL), 1e-4);
  }

  @Test
  void jointsOutsideALinkDoNotMoveItAndARowIsAdded() {
    placeAfter(2, 0);
    double[] row = {1, 1, 1, 1, 1, 1, 1};
    motion.addSpeedRow(2, point, NORMAL, -1, row);
    double[] alone = new double[JOINTS];
    motion.addSpeedRow(2, point, NORMAL, 1, alone);
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(1 - alone[i], row[i], 1e-15, "joint " + i);
      assertEquals(i > 2, alone[i] == 0, "joint " + i);
    }
  }

  @Test
  void torquesCauseTheAccelerationsOfTheModel() {
    move(3);
    double[] wanted = {1, -2, 3, -4, 5, -6, 7};
    double[] torque = arm.torqueFor(wanted);
    double[] acceleration = new double[JOINTS];
    assertTrue(motion.update(arm.q, arm.qd));
    assertTrue(motion.accelerate(torque, acceleration));
    assertArrayEquals(wanted, acceleration, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aTorqueThatIsNotFiniteIsFoundInEveryDrive(double value) {
    assertTrue(motion.update(arm.q, arm.qd));
    for (int i = 0; i < JOINTS; i++) {
      double[] torque = new double[JOINTS];
      torque[i] = value;
      assertFalse(motion.accelerate(torque, new double[JOINTS]), "joint " + i);
    }
  }
}
