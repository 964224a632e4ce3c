package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/** An arm's joints and drives among those of a state, found by name. One thread. */
final class ArmJoints {
  private final MujocoState state;
  private final int[] position;
  private final int[] speed;
  private final int[] drive;

  ArmJoints(MujocoState state, Chain arm) {
    MujocoModel model = state.model();
    List<Joint> joints = arm.joints();
    this.state = state;
    this.position = new int[joints.size()];
    this.speed = new int[joints.size()];
    this.drive = new int[joints.size()];
    for (int i = 0; i < joints.size(); i++) {
      int joint = model.id(MujocoModel.Kind.JOINT, joints.get(i).name());
      position[i] = model.positionOf(joints.get(i).name());
      speed[i] = model.integers("jnt_dofadr", joint + 1)[joint];
      drive[i] = model.id(MujocoModel.Kind.ACTUATOR, joints.get(i).name());
    }
  }

  /** Reads rad and rad/s, [joint]. */
  @HotPath
  void read(double[] q, double[] qd) {
    for (int i = 0; i < position.length; i++) {
      q[i] = state.positions().getAtIndex(JAVA_DOUBLE, position[i]);
      qd[i] = state.speeds().getAtIndex(JAVA_DOUBLE, speed[i]);
    }
  }

  /** Puts the joints elsewhere; what follows from it is as before until the next step. */
  @HotPath
  void put(double[] q, double[] qd) {
    for (int i = 0; i < position.length; i++) {
      state.positions().setAtIndex(JAVA_DOUBLE, position[i], q[i]);
      state.speeds().setAtIndex(JAVA_DOUBLE, speed[i], qd[i]);
    }
  }

  /** From now on, in Nm, [joint]. */
  @HotPath
  void drive(double[] torque) {
    for (int i = 0; i < drive.length; i++) {
      state.controls().setAtIndex(JAVA_DOUBLE, drive[i], torque[i]);
    }
  }
}
