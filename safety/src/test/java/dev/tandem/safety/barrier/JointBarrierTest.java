package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointBarrierTest {
  private static final int JOINTS = FilteredArm.JOINTS;
  private static final double UNLIMITED_RATE = 1e9;
  private static final double[] FAR = {1e9, 1e9, 1e9};

  /** Singular postures are left to a test of their own. */
  private static final ToolBarrierConfig UNDAMPED =
      new ToolBarrierConfig(100, 0.1, 4, new double[] {-1e9, -1e9, -1e9}, FAR, 0, 0.2);

  private final FilteredArm arm = new FilteredArm();
  private final BarrierFilter filter =
      filter(
          new JointBarrierConfig(
              JointBraking.FR3,
              JointBarrierConfig.fr3().accelerationRadPerS2(),
              0,
              0.1,
              0.02,
              0.05,
              1.1));

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  static Stream<Arguments> limits() {
    return IntStream.range(0, 2 * JOINTS).mapToObj(i -> Arguments.of(i / 2, i % 2 == 0 ? 1 : -1));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aJointThatIsPushedWithFullTorqueComesToRestBeforeItsLimit(int joint, int towards) {
    JointLimits limits = arm.model.limits(joint);
    for (int i = 0; i < 2_500; i++) {
      double[] push = arm.gravityTorque();
      push[joint] = towards * limits.maxTorqueNm();
      arm.command(push);
      assertTrue(arm.apply(filter) != Verdict.STOP, "stopped at tick " + i);
      arm.step();
      assertWithinLimits(i);
    }
    double end = towards > 0 ? limits.maxPositionRad() : limits.minPositionRad();
    assertEquals(end, arm.q[joint], 0.02, "near the limit");
    assertEquals(0, arm.qd[joint], 1e-3, "at rest");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTorqueDrivesAJointOverItsLimitOrItsSpeed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] push = new double[JOINTS];
    for (int i = 0; i < 1_500; i++) {
      if (i % 250 == 0) {
        push = random.doubles(JOINTS, -100, 100).toArray();
      }
      arm.command(push);
      if (arm.apply(filter) == Verdict.STOP) {
        return;
      }
      arm.step();
      assertWithinLimits(i);
    }
  }

  private void assertWithinLimits(int tick) {
    for (int i = 0; i < JOINTS; i++) {
      JointLimits limits = arm.model.limits(i);
      double outside =
          Math.max(limits.minPositionRad() - arm.q[i], arm.q[i] - limits.maxPositionRad());
      assertTrue(outside < 0, "joint " + i + " outside at tick " + tick + ": " + arm.q[i]);
      double ratio = Math.abs(arm.qd[i]) / limits.maxSpeedRadPerS();
      assertTrue(ratio < 1, "joint " + i + " too fast at tick " + tick + ": " + arm.qd[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void awayFromTheLimitsACommandPassesUnchanged(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < JOINTS; i++) {
      arm.qd[i] = random.nextDouble(-0.3, 0.3);
    }
    arm.command(arm.torqueFor(random.doubles(JOINTS, -5, 5).toArray()));
    double[] before = arm.commanded();
    assertEquals(Verdict.PASSED, arm.apply(filter));
    assertArrayEquals(before, arm.commanded());
  }

  @Test
  void brakesAJointThatIsFasterThanItsBoundTowardsTheUpperLimit() {
    arm.q[0] = arm.model.limits(0).maxPositionRad() - 0.03; // bound sqrt(12 * 0.03) - 0.3 = 0.3
    arm.qd[0] = 0.36;
    arm.command(arm.gravityTorque());
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(-6 * 0.36 / 0.6 + (0.3 - 0.36) / 0.02, arm.acceleration()[0], 1e-9);
  }

  @Test
  void brakesAJointThatIsFasterThanItsBoundTowardsTheLowerLimit() {
    arm.q[0] = arm.model.limits(0).minPositionRad() + 0.03;
    arm.qd[0] = -0.36;
    arm.command(arm.gravityTorque());
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(6 * 0.36 / 0.6 - (0.3 - 0.36) / 0.02, arm.acceleration()[0], 1e-9);
  }

  @Test
  void brakesWithTwiceTheCountedDecelerationAtMost() {
    arm.q[0] = arm.model.limits(0).maxPositionRad() - 0.03;
    arm.qd[0] = 0.8;
    arm.command(arm.gravityTorque());
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(-12, arm.acceleration()[0], 1e-9);
  }

  @Test
  void theOtherDrivesKeepTheirTorques() {
    arm.q[0] = arm.model.limits(0).maxPositionRad() - 0.001;
    arm.command(arm.torqueFor(5, 1, -2, 3, -4, 5, -6));
    double[] before = arm.commanded();
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(0, arm.acceleration()[0], 1e-9);
    before[0] = arm.command.get(0);
    assertArrayEquals(before, arm.commanded(), 1e-12);
  }

  @Test
  void twoJointsAtTheirLimitsAreBothKept() {
    arm.q[1] = arm.model.limits(1).maxPositionRad() - 0.001;
    arm.q[3] = arm.model.limits(3).maxPositionRad() - 0.001;
    arm.command(arm.torqueFor(0, 3, 0, 4, 0, 0, 0));
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertTrue(arm.acceleration()[1] < 1e-6, "joint 1");
    assertTrue(arm.acceleration()[3] < 1e-6, "joint 3");
  }

  @Test
  void asksNoMoreOfADriveThanItCanDo() {
    arm.qd[6] = 2.65;
    arm.command(arm.torqueFor(40, 0, 0, 0, 0, 0, 0));
    arm.command.set(6, 100);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertTrue(Math.abs(arm.command.get(6)) <= 12, "tau " + arm.command.get(6));
  }

  @Test
  void boundsTheSpeedFarFromAnyLimit() {
    arm.qd[0] = 2.2; // of 2.175
    arm.command(arm.torqueFor(3, 0, 0, 0, 0, 0, 0));
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals((2.175 - 0.1 - 2.2) / 0.02, arm.acceleration()[0], 1e-9);
  }

  @Test
  void aJointThatIsALittleOutsideMayOnlyComeBack() {
    arm.q[3] = arm.model.limits(3).maxPositionRad() + 0.01;
    arm.command(arm.torqueFor(0, 0, 0, 2, 0, 0, 0));
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(-5, arm.acceleration()[3], 1e-6);
    arm.command(arm.torqueFor(0, 0, 0, -6, 0, 0, 0));
    assertEquals(Verdict.PASSED, arm.apply(filter));
  }

  @Test
  void aJointThatCannotBeBrakedBeforeItsLimitStops() {
    arm.command(arm.gravityTorque());
    arm.q[0] = arm.model.limits(0).maxPositionRad() - 0.03;
    arm.qd[0] = 0.3 + Math.sqrt(24 * 0.03) + 0.01;
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.qd[0] -= 0.02;
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    arm.q[0] = arm.model.limits(0).minPositionRad() + 0.03;
    arm.qd[0] = -(0.3 + Math.sqrt(24 * 0.03) + 0.01);
    assertEquals(Verdict.STOP, arm.apply(filter));
  }

  @Test
  void aJointFarTooFastStops() {
    arm.command(arm.gravityTorque());
    arm.qd[0] = 1.11 * 2.175;
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.qd[0] = -1.11 * 2.175;
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.qd[0] = 1.09 * 2.175;
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
  }

  @Test
  void aJointFarOutsideStops() {
    arm.command(arm.gravityTorque());
    arm.q[3] = arm.model.limits(3).maxPositionRad() + 0.051;
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.q[3] = arm.model.limits(3).minPositionRad() - 0.051;
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.q[3] = arm.model.limits(3).minPositionRad() - 0.049;
    assertTrue(arm.apply(filter) != Verdict.STOP);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void stopsOnWhatIsNotFinite(double value) {
    for (int joint = 0; joint < JOINTS; joint++) {
      FilteredArm broken = new FilteredArm();
      broken.command(new double[JOINTS]);
      broken.q[joint] = value;
      assertEquals(Verdict.STOP, broken.apply(filter), "q " + joint);
      broken.q[joint] = Arm7.homeRad()[joint];
      broken.qd[joint] = value;
      assertEquals(Verdict.STOP, broken.apply(filter), "qd " + joint);
      broken.qd[joint] = 0;
      broken.command.set(joint, value);
      assertEquals(Verdict.STOP, broken.apply(filter), "tau " + joint);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e200, -1e200, 1e6})
  void anExtremeTorqueNeverGetsThroughUnlimited(double value) {
    for (int joint = 0; joint < JOINTS; joint++) {
      arm.command(new double[JOINTS]);
      arm.command.set(joint, value);
      if (arm.apply(filter) != Verdict.STOP) {
        assertTrue(Math.abs(arm.command.get(joint)) < 1e4, "joint " + joint);
      }
    }
  }

  @Test
  void refusesFiguresThatDoNotFit() {
    List<JointBraking> six = JointBraking.FR3.subList(0, 6);
    List<Double> limits = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
    assertThrows(
        IllegalArgumentException.class,
        () -> filter(new JointBarrierConfig(six, limits, 0, 0, 0.02, 0, 2)));
    assertRefused(JointBraking.FR3, limits, 0, 0.02, 0, 2);
    assertRefused(six, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.0), 0, 0.02, 0, 2);
    assertRefused(six, limits, -1, 0.02, 0, 2);
    assertRefused(six, limits, 0, 0, 0, 2);
    assertRefused(six, limits, 0, 0.02, -1, 2);
    assertRefused(six, limits, 0, 0.02, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> new JointBraking(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new JointBraking(1, 0));
  }

  private static void assertRefused(
      List<JointBraking> braking,
      List<Double> acceleration,
      double marginRadPerS,
      double responseSeconds,
      double beyondRad,
      double ratio) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new JointBarrierConfig(
                braking, acceleration, 0, marginRadPerS, responseSeconds, beyondRad, ratio));
  }

  @Test
  void allocatesNothing() {
    arm.q[0] = arm.model.limits(0).maxPositionRad() - 0.01;
    arm.sense();
    double[] torque = arm.torqueFor(5, 0, 0, 0, 0, 0, 0);
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              arm.command.setAll(torque, 0);
              filter.apply(arm.tick, arm.observation, arm.lastApplied, arm.command);
            }));
  }

  private static BarrierFilter filter(JointBarrierConfig config) {
    return filter(config, UNLIMITED_RATE);
  }

  private static BarrierFilter filter(JointBarrierConfig config, double rate) {
    BarrierConfig free = BarrierConfig.fr3();
    return new BarrierFilter(
        FilteredArm.OBSERVATION,
        FilteredArm.COMMAND,
        MeasuredArm.of(new ChainModel(Arm7.chain())),
        new BarrierConfig(config, UNDAMPED, free.space(), rate),
        () -> Double.POSITIVE_INFINITY);
  }
}
