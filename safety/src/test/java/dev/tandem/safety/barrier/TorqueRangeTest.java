package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorqueRangeTest {
  private static final int JOINTS = FilteredArm.JOINTS;
  private static final double EXACT = 1e-12;
  private static final double UNLIMITED = 1e9;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static TorqueRange range(MovingArm moving, double rate, double... lastNm) {
    FilteredArm arm = moving.arm;
    assertTrue(moving.motion.update(arm.q, arm.qd));
    TorqueRange range = new TorqueRange(arm.model, rate);
    arm.lastApplied.setAll(lastNm, 0);
    range.update(arm.lastApplied, 0, 1e-3);
    return range;
  }

  @Test
  void reachesAsFarAsTheRateFromTheLastTorqueAndNoFartherThanTheLimit() {
    MovingArm moving = new MovingArm(1, 0, 0);
    TorqueRange range = range(moving, 2000, 0, 5, -86, 86, 5, 11, -11);
    assertArrayEquals(new double[] {-2, 3, -87, 84, 3, 9, -12}, range.low, EXACT);
    assertArrayEquals(new double[] {2, 7, -84, 87, 7, 12, -9}, range.high, EXACT);
    assertTrue(range.isDriven());
  }

  @Test
  void aLastTorqueBeyondTheLimitLeavesTheLimit() {
    TorqueRange range = range(new MovingArm(1, 0, 0), 1000, 99, -99, 0, 0, 99, -99, 0);
    assertEquals(87, range.low[0]);
    assertEquals(-87, range.high[1]);
    assertEquals(12, range.high[4]);
    assertEquals(-12, range.low[5]);
  }

  @Test
  void afterAStopItBeginsAtWhatHoldsTheArm() {
    MovingArm moving = new MovingArm(1, 0.3, 0.5);
    TorqueRange range = range(moving, 1000, new double[JOINTS]);
    double[] gravity = moving.arm.gravityTorque();
    assertFalse(range.isDriven());
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(gravity[i] - 1, range.low[i], EXACT);
      assertEquals(gravity[i] + 1, range.high[i], EXACT);
    }
  }

  @Test
  void cutsATorqueToTheRange() {
    TorqueRange range = range(new MovingArm(1, 0, 0), 1000, 5, 5, 5, 5, 5, 5, 5);
    assertEquals(4, range.clip(2, -50));
    assertEquals(6, range.clip(2, 50));
    assertEquals(5.5, range.clip(2, 5.5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itsRowsHoldForWhatIsInTheRangeAndForNothingElse(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.5);
    TorqueRange range = range(moving, 1000, 5, 5, 5, 5, 5, 5, 5);
    assertTrue(moving.rows.start(range.from, true, 1e-3, 1));
    range.add(moving.motion, moving.rows);
    assertEquals(2 * JOINTS, moving.rows.size());
    double[] acceleration = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] torque = range.from.clone();
        torque[i] += 0.99 * sign;
        moving.motion.accelerate(torque, acceleration);
        assertTrue(moving.rows.hold(acceleration), "inside, drive " + i);
        torque[i] += 0.02 * sign;
        moving.motion.accelerate(torque, acceleration);
        assertFalse(moving.rows.hold(acceleration), "outside, drive " + i);
      }
    }
  }

  /** What the torques do beyond holding the arm: as much as its momentum, the other way. */
  private static double[] pushes(MovingArm moving, double[] torque) {
    double[] push = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      push[i] = torque[i] - moving.motion.bias[i];
    }
    return push;
  }

  private static double[] momentum(MovingArm moving) {
    double[] momentum = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      for (int k = 0; k < JOINTS; k++) {
        momentum[i] += moving.motion.mass[JOINTS * i + k] * moving.arm.qd[k];
      }
    }
    return momentum;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSlowArmIsBrakedToRestInTheLeastTime(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.01);
    TorqueRange range = range(moving, UNLIMITED, 5, 5, 5, 5, 5, 5, 5);
    double[] torque = new double[JOINTS];
    range.brake(moving.motion, 0.05, torque);
    double[] push = pushes(moving, torque);
    double[] momentum = momentum(moving);
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(-momentum[i] / 0.05, push[i], 1e-9, "drive " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFastArmIsBrakedAlongItsMotionUntilTheFirstDriveIsAtItsLimit(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 3);
    TorqueRange range = range(moving, UNLIMITED, 5, 5, 5, 5, 5, 5, 5);
    double[] torque = new double[JOINTS];
    range.brake(moving.motion, 0.001, torque);
    double[] push = pushes(moving, torque);
    double[] momentum = momentum(moving);
    double strongest = 0;
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(push[0] * momentum[i], push[i] * momentum[0], 1e-9, "along the motion");
      assertTrue(push[i] * momentum[i] < 0, "against the motion");
      double ratio = Math.abs(torque[i]) / moving.arm.model.limits(i).maxTorqueNm();
      strongest = Math.max(strongest, ratio);
    }
    assertEquals(1, strongest, 1e-9);
  }

  @Test
  void anArmAtRestIsHeld() {
    MovingArm resting = new MovingArm(1, 0.3, 0);
    TorqueRange range = range(resting, UNLIMITED, 5, 5, 5, 5, 5, 5, 5);
    double[] torque = new double[JOINTS];
    range.brake(resting.motion, 0.001, torque);
    assertArrayEquals(resting.arm.gravityTorque(), torque, EXACT);
  }

  @Test
  void brakesNoFasterThanTheRateAllows() {
    MovingArm moving = new MovingArm(1, 0.3, 3);
    TorqueRange range = range(moving, 1000, 5, 5, 5, 5, 5, 5, 5);
    double[] torque = new double[JOINTS];
    range.brake(moving.motion, 0.001, torque);
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(5, torque[i], 1 + EXACT, "drive " + i);
    }
  }
}
