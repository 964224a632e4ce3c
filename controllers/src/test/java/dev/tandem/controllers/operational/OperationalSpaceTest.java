package dev.tandem.controllers.operational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.AllocatedBytes;
import dev.tandem.controllers.ArmRig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableAction;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationalSpaceTest {
  private static final int JOINTS = ArmRig.JOINTS;
  private static final OperationalSpaceConfig SERL = OperationalSpaceConfig.serl();

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static double[] posture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] q = Arm7.homeRad();
    for (int i = 0; i < JOINTS; i++) {
      q[i] += random.nextDouble(-0.2, 0.2);
    }
    return q;
  }

  private static OperationalSpace controller(ArmRig rig) {
    return controller(rig, SERL);
  }

  private static OperationalSpace controller(ArmRig rig, OperationalSpaceConfig config) {
    OperationalSpace controller =
        new OperationalSpace(
            ArmRig.OBSERVATION, ArmRig.displacement(3).spec(), ArmRig.COMMAND, rig.model, config);
    controller.reset(rig.observation);
    return controller;
  }

  private static MutableAction step(double dx, double dy, double dz) {
    MutableAction action = ArmRig.displacement(3);
    action.setAll(new double[] {dx, dy, dz}, 0);
    return action;
  }

  /** How the tool accelerates under the command, at rest, m/s2 and rad/s2. */
  private static double[] toolAcceleration(ArmRig rig, OperationalSpace controller) {
    controller.update(rig.tick, rig.observation, step(0, 0, 0), rig.command);
    DMatrixRMaj mass = new DMatrixRMaj(JOINTS, JOINTS);
    DMatrixRMaj jacobian = new DMatrixRMaj(6, JOINTS);
    rig.model.update(rig.chain.q, 0);
    rig.model.massMatrix(mass.data);
    rig.model.jacobian(jacobian.data);
    DMatrixRMaj net = new DMatrixRMaj(JOINTS, 1, true, rig.commanded());
    CommonOps_DDRM.subtractEquals(net, new DMatrixRMaj(JOINTS, 1, true, rig.gravityTorque()));
    DMatrixRMaj joints = new DMatrixRMaj(JOINTS, 1);
    assertTrue(CommonOps_DDRM.solve(mass, net, joints));
    DMatrixRMaj tool = new DMatrixRMaj(6, 1);
    CommonOps_DDRM.mult(jacobian, joints, tool);
    return tool.data;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theToolAcceleratesTowardsItsTargetAsASpringOfUnitMassInEveryPosture(long seed) {
    ArmRig rig = new ArmRig(posture(seed));
    OperationalSpaceConfig anywhere =
        new OperationalSpaceConfig(
            200, 200, 0.5, 1, new double[] {-2, -2, -2}, new double[] {2, 2, 2});
    OperationalSpace controller = controller(rig, anywhere);
    double[] before = toolAcceleration(rig, controller).clone();
    controller.decided(rig.tick, rig.observation, step(0.02, -0.03, -0.01));
    double[] after = toolAcceleration(rig, controller);
    assertArrayEquals(
        new double[] {4, -6, -2, before[3], before[4], before[5]}, after, 1e-8, "seed " + seed);
    assertArrayEquals(new double[3], new double[] {before[0], before[1], before[2]}, 1e-8);
  }

  @Test
  void comesToTheTargetWithinHalfASecondPointingDown() {
    ArmRig rig = new ArmRig(posture(3));
    OperationalSpace controller = controller(rig);
    double[] start = rig.tool().clone();
    controller.decided(rig.tick, rig.observation, step(0.05, 0.04, -0.06));
    rig.run(controller, step(0, 0, 0), 700);
    assertEquals(start[3] + 0.05, rig.tool()[3], 2e-3);
    assertEquals(start[7] + 0.04, rig.tool()[7], 2e-3);
    assertEquals(start[11] - 0.06, rig.tool()[11], 2e-3);
    assertEquals(1, rig.tool()[0], 1e-4);
    assertEquals(-1, rig.tool()[10], 1e-4);
  }

  @Test
  void stepsAddUpAndTheTargetStaysInItsBox() {
    ArmRig rig = new ArmRig(Arm7.homeRad());
    OperationalSpace controller = controller(rig);
    double height = rig.tool()[11];
    for (int i = 0; i < 20; i++) {
      controller.decided(rig.tick, rig.observation, step(0, 0, 0.1));
    }
    double reach = toolAcceleration(rig, controller)[2] / SERL.positionPerS2();
    assertEquals(SERL.targetMaxMetres()[2] - height, reach, 1e-9);
    controller.decided(rig.tick, rig.observation, step(0, 0, -0.1));
    double lower = toolAcceleration(rig, controller)[2] / SERL.positionPerS2();
    assertEquals(SERL.targetMaxMetres()[2] - 0.1 - height, lower, 1e-9);
  }

  @Test
  void holdingBringsTheTargetToTheTool() {
    ArmRig rig = new ArmRig(Arm7.homeRad());
    OperationalSpace controller = controller(rig);
    controller.decided(rig.tick, rig.observation, step(0.1, 0, 0));
    controller.hold(rig.tick, rig.observation);
    controller.update(rig.tick, rig.observation, step(0, 0, 0), rig.command);
    assertEquals(0, controller.errorMetres(), 1e-12);
  }

  /** J posture' torques would move the tool if the law did not take them back. */
  @Test
  void thePosturePullsTheElbowAndNotTheTool() {
    ArmRig rig = new ArmRig(Arm7.homeRad());
    OperationalSpace controller = controller(rig);
    rig.chain.q[0] += 0.3;
    rig.chain.q[2] -= 0.3;
    rig.sense();
    controller.hold(rig.tick, rig.observation);
    double[] acceleration = toolAcceleration(rig, controller);
    assertArrayEquals(
        new double[3], new double[] {acceleration[0], acceleration[1], acceleration[2]}, 1e-8);
    double elbowNm = rig.commanded()[2] - rig.gravityTorque()[2];
    assertTrue(Math.abs(elbowNm) > 0.01, "elbow " + elbowNm + " Nm");
  }

  @Test
  void allocatesNothing() {
    ArmRig rig = new ArmRig(Arm7.homeRad());
    OperationalSpace controller = controller(rig);
    MutableAction action = step(0.001, 0, -0.001);
    Runnable tick =
        () -> {
          controller.decided(rig.tick, rig.observation, action);
          controller.update(rig.tick, rig.observation, action, rig.command);
        };
    assertEquals(0, AllocatedBytes.perCall(tick));
  }

  @Test
  void figuresThatCannotBeAreRefused() {
    double[] min = SERL.targetMinMetres();
    double[] max = SERL.targetMaxMetres();
    assertThrows(
        IllegalArgumentException.class, () -> new OperationalSpaceConfig(0, 1, 1, 1, min, max));
    assertThrows(
        IllegalArgumentException.class, () -> new OperationalSpaceConfig(1, 0, 1, 1, min, max));
    assertThrows(
        IllegalArgumentException.class, () -> new OperationalSpaceConfig(1, 1, -1, 1, min, max));
    assertThrows(
        IllegalArgumentException.class, () -> new OperationalSpaceConfig(1, 1, 1, -1, min, max));
    assertThrows(
        IllegalArgumentException.class, () -> new OperationalSpaceConfig(1, 1, 1, 1, max, min));
    assertThrows(
        IllegalArgumentException.class,
        () -> new OperationalSpaceConfig(1, 1, 1, 1, new double[2], max));
  }
}
