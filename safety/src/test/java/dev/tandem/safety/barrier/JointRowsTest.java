package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tandem.runtime.model.JointLimits;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joint 0 just where its figures say; 1e-2 rad of margin, no offset. */
class JointRowsTest {
  private static final int JOINTS = MovingArm.JOINTS;

  private final MovingArm resting = new MovingArm(1, 0, 0);
  private final JointLimits limits = resting.arm.model.limits(0);

  private JointRows rows(double decelerationRadPerS2, double stopBeyondRad) {
    JointBraking braking = new JointBraking(0, decelerationRadPerS2);
    return new JointRows(
        resting.arm.model,
        new JointBarrierConfig(
            Collections.nCopies(JOINTS, braking),
            List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
            0.01,
            0,
            0.02,
            stopBeyondRad,
            1.5),
        MovingArm.NAMES);
  }

  private boolean isBeyondControl(JointRows rows) {
    return rows.isBeyondControl(resting.arm.q, resting.arm.qd, resting.arm.command);
  }

  @Test
  void theMarginIsKeptFromTheLimit() {
    resting.arm.q[0] = limits.maxPositionRad() - 0.01 - 0.5;
    resting.start();
    rows(1, 0).add(resting.motion, resting.arm.q, resting.rows);
    assertEquals(1 / MovingArm.RESPONSE_SECONDS, resting.rows.bounds[0], 1e-6, "sqrt(2 0.5)");
  }

  @Test
  void aJointAsFarOutsideAsItMayBeIsUnderControl() {
    resting.arm.q[0] = limits.maxPositionRad() + 0.05;
    assertFalse(isBeyondControl(rows(1, resting.arm.q[0] - limits.maxPositionRad())));
  }

  @Test
  void aJointAsFastAsItMayBeIsUnderControl() {
    resting.arm.qd[0] = 1.5 * limits.maxSpeedRadPerS();
    assertFalse(isBeyondControl(rows(1000, 0)));
  }

  @Test
  void aJointThatCanJustBeBrakedIsUnderControl() {
    resting.arm.q[0] = limits.maxPositionRad() - 1;
    resting.arm.qd[0] = Math.sqrt(4 * (limits.maxPositionRad() - resting.arm.q[0]));
    assertFalse(isBeyondControl(rows(1, 0)));
  }
}
