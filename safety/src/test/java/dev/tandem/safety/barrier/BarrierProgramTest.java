package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.qp.DualActiveSet;
import dev.tandem.safety.qp.QpStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What gives way when not everything can be kept. */
class BarrierProgramTest {
  private static final int JOINTS = MovingArm.JOINTS;
  private static final double[] WANTED = {3, -2, 1, 2, -1, 4, -3};

  private final MovingArm moving = new MovingArm(3, 0.3, 0.2);
  private final BarrierProgram program = new BarrierProgram(JOINTS, 8, DualActiveSet.USUAL_STEPS);

  /** Joint 0 accelerates by at most so much, or, downwards, by at least so much. */
  private void bound(BarrierLimit limit, int sign, double radPerS2) {
    moving.rows.next[0] = sign;
    if (limit == BarrierLimit.TORQUE) {
      moving.rows.addTorque(sign * radPerS2);
    } else {
      moving.rows.addPlain(limit, sign * radPerS2);
    }
  }

  private QpStatus solve(boolean relaxed) {
    return program.solve(moving.motion.mass, WANTED, moving.rows, relaxed);
  }

  @Test
  void whatBreaksNoRowIsLeftAsItIs() {
    moving.start();
    bound(BarrierLimit.JOINT, 1, 3.5);
    assertEquals(QpStatus.SOLVED, solve(false));
    assertArrayEquals(WANTED, Arrays.copyOf(program.accelerations(), JOINTS), 1e-9);
    assertEquals(-1, program.hardestRow());
  }

  /** Gauss: the constraint's force, in torques, is along the row and nowhere else. */
  @Test
  void aLimitPushesBackLikeASmoothWall() {
    moving.start();
    bound(BarrierLimit.JOINT, 1, 1);
    assertEquals(QpStatus.SOLVED, solve(false));
    double[] found = program.accelerations();
    assertEquals(1, found[0], 1e-9);
    assertEquals(0, program.hardestRow());
    for (int i = 0; i < JOINTS; i++) {
      double force = 0;
      for (int k = 0; k < JOINTS; k++) {
        force += moving.motion.mass[JOINTS * i + k] * (found[k] - WANTED[k]);
      }
      assertEquals(i == 0, Math.abs(force) > 1e-9, "drive " + i + ": " + force + " Nm");
    }
  }

  private void assertGivesWay(BarrierLimit weaker, BarrierLimit stronger, double tolerance) {
    moving.start();
    bound(weaker, 1, -5);
    bound(stronger, -1, 4);
    assertEquals(QpStatus.INFEASIBLE, solve(false));
    assertEquals(QpStatus.SOLVED, solve(true));
    assertEquals(4, program.accelerations()[0], tolerance, weaker + " gives way to " + stronger);
  }

  @Test
  void comfortGivesWayToWhatIsSoftAndThatToWhatIsHard() {
    assertGivesWay(BarrierLimit.ACCELERATION, BarrierLimit.TORQUE, 1e-9);
    assertGivesWay(BarrierLimit.TOOL_BOX, BarrierLimit.TORQUE, 1e-9);
    assertGivesWay(BarrierLimit.KEEP_OUT, BarrierLimit.JOINT, 1e-9);
    assertGivesWay(BarrierLimit.ACCELERATION, BarrierLimit.TOOL_BOX, 0.01);
    assertGivesWay(BarrierLimit.SINGULARITY, BarrierLimit.TOOL_SPEED, 0.01);
  }

  @Test
  void whatIsHardNeverGivesWay() {
    moving.start();
    bound(BarrierLimit.JOINT, 1, -5);
    bound(BarrierLimit.TORQUE, -1, 4);
    assertEquals(QpStatus.INFEASIBLE, solve(true));
  }

  @Test
  void givingWayCostsTheSoftRowLittleWhenItCanBeKept() {
    moving.start();
    bound(BarrierLimit.TOOL_BOX, 1, 1);
    assertEquals(QpStatus.SOLVED, solve(true));
    assertEquals(1, program.accelerations()[0], 0.01);
    assertTrue(program.accelerations()[0] >= 1, "a little");
    assertEquals(0, program.hardestRow());
  }

  @Test
  void theRowThatPushedHardestIsTold() {
    moving.start();
    bound(BarrierLimit.JOINT, 1, 2.5);
    moving.rows.next[5] = 1;
    moving.rows.addPlain(BarrierLimit.JOINT, -40);
    assertEquals(QpStatus.SOLVED, solve(false));
    double[] found = program.accelerations().clone();
    double[] force = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      for (int k = 0; k < JOINTS; k++) {
        force[i] += moving.motion.mass[JOINTS * i + k] * (found[k] - WANTED[k]);
      }
    }
    assertEquals(Math.abs(force[0]) > Math.abs(force[5]) ? 0 : 1, program.hardestRow());
  }
}
