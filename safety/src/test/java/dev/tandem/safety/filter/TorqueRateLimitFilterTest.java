package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorqueRateLimitFilterTest {
  private static final int JOINTS = FilteredArm.JOINTS;
  private static final double MAX_STEP_NM = 1;

  private final FilteredArm arm = new FilteredArm();
  private final TorqueRateLimitFilter filter = filter(1_000);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverStepsFasterThanTheRateLimit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double size = Math.pow(10, random.nextDouble(-2, 200));
    double[] last = random.doubles(JOINTS, -50, 50).toArray();
    double[] wanted = random.doubles(JOINTS, -size, size).toArray();
    arm.lastApplied.setAll(last, 0);
    arm.command(wanted);
    Verdict verdict = arm.apply(filter);
    boolean inside = true;
    for (int i = 0; i < JOINTS; i++) {
      boolean within = Math.abs(wanted[i] - last[i]) <= MAX_STEP_NM;
      inside &= within;
      double nearest = last[i] + Math.copySign(MAX_STEP_NM, wanted[i] - last[i]);
      assertEquals(within ? wanted[i] : nearest, arm.command.get(i));
    }
    assertEquals(inside ? Verdict.PASSED : Verdict.MODIFIED, verdict);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterAStopTheTorqueThatHoldsTheArmPassesInAnyPosture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < JOINTS; i++) {
      arm.q[i] += random.nextDouble(-0.5, 0.5);
    }
    double[] gravity = arm.gravityTorque();
    arm.command(gravity);
    assertEquals(Verdict.PASSED, arm.apply(filter));
    assertArrayEquals(gravity, arm.commanded());
  }

  @Test
  void afterAStopOtherTorquesClimbFromTheOneThatHoldsTheArm() {
    double[] gravity = arm.gravityTorque();
    arm.command(80, 80, 80, 80, 80, 80, -80);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(gravity[i] + (i == 6 ? -1 : 1), arm.command.get(i), 1e-12, "joint " + i);
    }
  }

  @Test
  void anArmThatIsReleasedFromAStopDoesNotFall() {
    SafetyGate gate = new SafetyGate(FilteredArm.COMMAND, List.of(filter));
    gate.requestStop();
    gate.release();
    double[] before = arm.q.clone();
    for (int i = 0; i < 100; i++) {
      arm.sense();
      arm.command(arm.gravityTorque());
      arm.command.copyFrom(gate.pass(arm.tick, arm.observation, arm.command));
      arm.step();
    }
    assertArrayEquals(before, arm.q, 1e-9);
  }

  @Test
  void oneZeroAmongTheLastTorquesIsNoStop() {
    arm.lastApplied.setAll(new double[] {0, 5, 0, 0, 0, 0, 0}, 0);
    arm.command(0, arm.gravityTorque()[1], 0, 0, 0, 0, 0);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(4, arm.command.get(1), "towards " + arm.gravityTorque()[1]);
  }

  @Test
  void torquesThatArriveAtNothingWithPowerAreNoStopEither() {
    arm.lastApplied.setAll(new double[] {0, 0.5, 0, -0.5, 0, 0, 0}, 0);
    arm.command(0, 0, 0, 0, 0, 0, 0);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertArrayEquals(new double[JOINTS], arm.commanded(), 1e-300);
    arm.lastApplied.copyFrom(arm.command);
    arm.command(arm.gravityTorque());
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(Math.signum(arm.gravityTorque()[1]), arm.command.get(1), 1e-12, "a step from 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anInfiniteTorqueIsCutToOneStep(double value) {
    arm.lastApplied.setAll(new double[] {3, 3, 3, 3, 3, 3, 3}, 0);
    arm.command(3, 3, value, 3, 3, 3, 3);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(3 + Math.signum(value), arm.command.get(2));
  }

  @Test
  void stopsOnNaNInCommandLastCommandOrPosture() {
    arm.lastApplied.setAll(new double[] {3, 3, 3, 3, 3, 3, 3}, 0);
    arm.command(3, 3, Double.NaN, 3, 3, 3, 3);
    assertEquals(Verdict.STOP, arm.apply(filter));
    assertEquals(1L << 2, arm.command.takeLimits());
    arm.command(3, 3, 3, 3, 3, 3, 3);
    arm.lastApplied.set(4, Double.NaN);
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.lastApplied.zero();
    arm.q[1] = Double.NaN;
    assertEquals(Verdict.STOP, arm.apply(filter));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void needsARate(double rate) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> filter(rate)).getMessage());
    assertTrue(message.contains("got " + rate), message);
  }

  @Test
  void allocatesNothing() {
    double[] wanted = {50, 50, 50, 50, 12, 12, 12};
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              arm.command.setAll(wanted, 0);
              arm.apply(filter);
            }));
  }

  private static TorqueRateLimitFilter filter(double rate) {
    return new TorqueRateLimitFilter(
        FilteredArm.OBSERVATION, FilteredArm.COMMAND, new ChainModel(Arm7.chain()), rate);
  }
}
