package dev.tandem.controllers.brake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.AllocatedBytes;
import dev.tandem.controllers.ArmRig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableAction;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JointBrakeTest {
  private static final double DECELERATION = 10;
  private static final double OMEGA = 2 * Math.PI * BrakeConfig.fr3().frequencyHz();

  private final ArmRig rig = new ArmRig(Arm7.homeRad());
  private final MutableAction nothing = ArmRig.displacement(3);
  private final JointBrake brake =
      new JointBrake(ArmRig.OBSERVATION, ArmRig.COMMAND, rig.model, BrakeConfig.fr3());

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private void startAt(double... qd) {
    System.arraycopy(qd, 0, rig.chain.qd, 0, qd.length);
    rig.sense();
    brake.reset(rig.observation);
  }

  private static double[] speeds(long seed) {
    return new SplittableRandom(seed).doubles(ArmRig.JOINTS, -1, 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyJointComesToRestInTheTimeItsDecelerationTakes(long seed) {
    double[] qd = speeds(seed);
    startAt(qd);
    double[] q = rig.chain.q.clone();
    int ticks = (int) (1000 / DECELERATION) + 1;
    rig.run(brake, nothing, ticks);
    for (int i = 0; i < ArmRig.JOINTS; i++) {
      assertEquals(0, rig.chain.qd[i], 0.02, "joint " + i + ", seed " + seed);
      double way = 0.5 * qd[i] * Math.abs(qd[i]) / DECELERATION;
      assertEquals(q[i] + way, rig.chain.q[i], 2e-3, "joint " + i + ", seed " + seed);
    }
  }

  @Test
  void theArmStaysWhereItCameToRest() {
    startAt(0.5, -0.5, 0.5, 0.5, 1, -1, 1);
    rig.run(brake, nothing, 500);
    double[] q = rig.chain.q.clone();
    rig.run(brake, nothing, 2000);
    assertArrayEquals(q, rig.chain.q, 1e-4);
  }

  @Test
  void anArmThatIsPushedAwayALittleComesBack() {
    startAt(0, 0, 0, 0, 0, 0, 0);
    double[] q = rig.chain.q.clone();
    rig.chain.q[1] += 0.02;
    rig.run(brake, nothing, 1500);
    assertArrayEquals(q, rig.chain.q, 1e-3);
  }

  @Test
  void anArmThatIsPushedFartherIsPulledBackWithNoMoreThanItsDeceleration() {
    startAt(0, 0, 0, 0, 0, 0, 0);
    double[] q = rig.chain.q.clone();
    rig.chain.q[1] += 0.05;
    q[1] += 0.05 - DECELERATION / (OMEGA * OMEGA);
    double peak = 0;
    for (int i = 0; i < 1500; i++) {
      double before = rig.chain.qd[1];
      rig.run(brake, nothing, 1);
      peak = Math.max(peak, Math.abs(rig.chain.qd[1] - before) / 1e-3);
    }
    assertArrayEquals(q, rig.chain.q, 1e-3);
    assertEquals(DECELERATION, peak, 0.1);
  }

  @Test
  void aJointThatWasMeasuredFarAwayIsNotDrivenThere() {
    for (double wrong : new double[] {-0.5, 0.06, 3}) {
      rig.sense();
      rig.observation.set(4, rig.chain.q[4] + wrong);
      brake.reset(rig.observation);
      double[] q = rig.chain.q.clone();
      rig.run(brake, nothing, 300);
      assertArrayEquals(q, rig.chain.q, 1e-6);
    }
  }

  @Test
  void aJointThatWasMeasuredTooFastIsNotSpedUp() {
    for (double wrong : new double[] {3, -3}) {
      System.arraycopy(new double[] {0, 0, 0, 0, 0, 0, 0.3}, 0, rig.chain.qd, 0, ArmRig.JOINTS);
      rig.sense();
      rig.observation.set(ArmRig.JOINTS + 6, wrong);
      brake.reset(rig.observation);
      double peak = 0;
      for (int i = 0; i < 300; i++) {
        rig.run(brake, nothing, 1);
        peak = Math.max(peak, Math.abs(rig.chain.qd[6]));
      }
      assertEquals(0.29, peak, 0.01);
      assertEquals(0, rig.chain.qd[6], 0.02);
    }
  }

  @Test
  void atRestTheCommandIsTheGravityTorque() {
    startAt(0, 0, 0, 0, 0, 0, 0);
    double[] gravity = new double[ArmRig.JOINTS];
    brake.update(rig.tick, rig.observation, nothing, rig.command);
    rig.model.biasTorque(new double[ArmRig.JOINTS], 0, gravity);
    double[] command = new double[ArmRig.JOINTS];
    rig.command.copyTo(command, 0);
    assertArrayEquals(gravity, command, 1e-12);
  }

  private double[] commandAt(long index, JointBrake of) {
    rig.tick.set(index, index * 1_000_000, 0);
    of.update(rig.tick, rig.observation, nothing, rig.command);
    return rig.commanded();
  }

  /** Of an arm that moves as it should, the reference is ahead by what a tick brings. */
  @Test
  void theReferenceRunsOnAsTheJointShouldMove() {
    startAt(0, 0, 0, 0, 1, 0, -1);
    double dtSeconds = rig.tick.periodNanos() * 1e-9;
    commandAt(0, brake);
    double[] acceleration = new double[ArmRig.JOINTS];
    for (int i : new int[] {4, 6}) {
      double start = rig.chain.qd[i];
      double slower = Math.copySign(DECELERATION * dtSeconds, start);
      rig.chain.qd[i] = start - slower;
      rig.chain.q[i] += (start - 0.5 * slower) * dtSeconds;
      double way = (start - 1.5 * slower) * dtSeconds;
      acceleration[i] = -slower / dtSeconds + OMEGA * OMEGA * way - 2 * OMEGA * slower;
    }
    rig.sense();
    double[] expected = new double[ArmRig.JOINTS];
    rig.model.update(rig.chain.q, 0);
    rig.model.inverseDynamics(rig.chain.qd, acceleration, expected);
    assertArrayEquals(expected, commandAt(1, brake), 1e-9);
  }

  @Test
  void throughSkippedTicksTheReferenceSlowsDownAllTheSame() {
    startAt(0, 0, 0, 0, 1, 0, -1);
    JointBrake late =
        new JointBrake(ArmRig.OBSERVATION, ArmRig.COMMAND, rig.model, BrakeConfig.fr3());
    late.reset(rig.observation);
    double[] first = commandAt(0, late);
    double[] inTime = commandAt(0, brake);
    assertArrayEquals(first, inTime);
    for (int index = 1; index <= 20; index++) {
      inTime = commandAt(index, brake);
    }
    assertTrue(Math.abs(inTime[4] - first[4]) > 0.1, "it pulls ever more");
    assertArrayEquals(inTime, commandAt(20, late), 1e-9);
  }

  @Test
  void whatPassedBeforeAResetCountsForNothing() {
    startAt(0, 0, 0, 0, 1, 0, -1);
    double[] first = commandAt(0, brake);
    brake.reset(rig.observation);
    assertArrayEquals(first, commandAt(20, brake));
  }

  @Test
  void anActionHasNoSay() {
    startAt(0, 0, 0, 0, 0, 0, 0);
    nothing.set(0, 0.5);
    double[] q = rig.chain.q.clone();
    brake.decided(rig.tick, rig.observation, nothing);
    rig.run(brake, nothing, 200);
    assertArrayEquals(q, rig.chain.q, 1e-6);
  }

  @Test
  void aTickAllocatesNothing() {
    startAt(0.1, 0, 0, 0, 0, 0, 0);
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> brake.update(rig.tick, rig.observation, nothing, rig.command)));
  }

  @Test
  void aJointTooFewIsRefused() {
    var config = new BrakeConfig(List.of(1.0), 3);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new JointBrake(ArmRig.OBSERVATION, ArmRig.COMMAND, rig.model, config));
    assertEquals("deceleration must have 7 joints, got 1", error.getMessage());
  }

  @Test
  void aDecelerationOrSpringOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BrakeConfig(List.of(0.0), 3));
    assertThrows(IllegalArgumentException.class, () -> new BrakeConfig(List.of(1.0), Double.NaN));
    assertTrue(BrakeConfig.fr3().frequencyHz() > 0);
  }
}
