package dev.tandem.controllers.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.AllocatedBytes;
import dev.tandem.controllers.ArmRig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JointImpedanceTest {
  private static final int JOINTS = ArmRig.JOINTS;
  private static final SignalSpec ACTION =
      new SignalSpec("joints", SignalSpec.block("dq", "rad", JOINTS));

  private final ArmRig rig = new ArmRig(Arm7.homeRad());
  private final MutableAction action = new MutableAction(ACTION);
  private final JointImpedance controller = controller(filled(100), filled(20));

  @Test
  void aCommandAfterAResetAtRestIsTheGravityTorque() {
    controller.reset(rig.observation);
    controller.update(rig.tick, rig.observation, action, rig.command);
    assertArrayEquals(rig.gravityTorque(), rig.commanded());
  }

  @Test
  void reachesWhatTheActionAsksFor() {
    controller.reset(rig.observation);
    action.set(3, 0.2);
    controller.decided(rig.tick, rig.observation, action);
    rig.run(controller, action, 2_000);
    assertEquals(Arm7.homeRad()[3] + 0.2, rig.chain.q[3], 1e-3);
    assertEquals(Arm7.homeRad()[1], rig.chain.q[1], 1e-3);
  }

  @Test
  void theSpringTorqueIsBoundedHoweverFarTheSetPointIs() {
    controller.reset(rig.observation);
    action.set(3, 2);
    controller.decided(rig.tick, rig.observation, action);
    for (int i = 0; i < 3_000; i++) {
      controller.update(rig.tick, rig.observation, action, rig.command);
    }
    assertEquals(rig.gravityTorque()[3] + 100 * 0.1, rig.commanded()[3], 1e-9);
  }

  @Test
  void refusesFiguresThatDoNotFitTheRobot() {
    assertThrows(IllegalArgumentException.class, () -> controller(new double[6], new double[6]));
    assertThrows(IllegalArgumentException.class, () -> controller(filled(1), new double[6]));
    assertThrows(IllegalArgumentException.class, () -> controller(filled(-1), filled(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new JointImpedanceConfig(filled(1), filled(1), 0, 1));
  }

  @Test
  void allocatesNothing() {
    controller.reset(rig.observation);
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> controller.update(rig.tick, rig.observation, action, rig.command)));
  }

  private static JointImpedance controller(double[] stiffness, double[] damping) {
    return new JointImpedance(
        ArmRig.OBSERVATION,
        ACTION,
        ArmRig.COMMAND,
        new ChainModel(Arm7.chain()),
        new JointImpedanceConfig(stiffness, damping, 0.1, 1));
  }

  private static double[] filled(double value) {
    double[] values = new double[JOINTS];
    Arrays.fill(values, value);
    return values;
  }
}
