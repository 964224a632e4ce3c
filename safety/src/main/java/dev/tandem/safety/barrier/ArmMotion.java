package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.safety.qp.CholeskyFactor;

/** The arm of this tick: dynamics, and where each link is and how it moves. Base axes. */
final class ArmMotion {
  final int joints;
  final double[] qd;

  /** [joints][joints]. */
  final double[] mass;

  /** The mass matrix inverted. */
  final double[] mobility;

  final double[] bias;

  /** Of the tool, [6][joints]. */
  final double[] jacobian;

  final double[] tool = new double[16];

  /** Of the links in base, 4x4 each, [joint][16]. */
  final double[] frames;

  private final RobotModel model;
  private final double[] factor;
  private final double[] frame = new double[16];
  private final LinkDrift drift;

  ArmMotion(RobotModel model) {
    this.model = model;
    this.joints = model.joints();
    this.qd = new double[joints];
    this.mass = new double[joints * joints];
    this.mobility = new double[joints * joints];
    this.bias = new double[joints];
    this.jacobian = new double[6 * joints];
    this.factor = new double[joints * joints];
    this.frames = new double[16 * joints];
    this.drift = new LinkDrift(joints);
  }

  /** False when the model gives no figures to calculate with. */
  @HotPath
  boolean update(double[] q, double[] speeds) {
    System.arraycopy(speeds, 0, qd, 0, joints);
    model.update(q, 0);
    model.massMatrix(mass);
    model.biasTorque(qd, 0, bias);
    model.jacobian(jacobian);
    model.toolInBase(tool);
    for (int i = 0; i < joints; i++) {
      model.linkInBase(i, frame);
      System.arraycopy(frame, 0, frames, 16 * i, 16);
    }
    drift.update(frames, jacobian, qd);
    return invert();
  }

  @HotPath
  private boolean invert() {
    if (!CholeskyFactor.compute(mass, joints, factor)) {
      return false;
    }
    CholeskyFactor.invert(factor, joints, mobility);
    return true;
  }

  /** Accelerations that torques cause, {@code M^-1 (torque - bias)}; false when not finite. */
  @HotPath
  boolean accelerate(double[] torque, double[] out) {
    boolean finite = true;
    for (int i = 0; i < joints; i++) {
      out[i] = 0;
      for (int k = 0; k < joints; k++) {
        out[i] += mobility[joints * i + k] * (torque[k] - bias[k]);
      }
      finite &= Double.isFinite(out[i]);
    }
    return finite;
  }

  /** Adds {@code sign n' J} of a point on a link to {@code out}, [joints]. */
  @HotPath
  void addSpeedRow(int link, double[] point, double[] n, double sign, double[] out) {
    for (int i = 0; i <= link; i++) {
      double x = point[0] - frames[16 * i + 3];
      double y = point[1] - frames[16 * i + 7];
      double z = point[2] - frames[16 * i + 11];
      out[i] +=
          sign
              * (jacobian[3 * joints + i] * (y * n[2] - z * n[1])
                  + jacobian[4 * joints + i] * (z * n[0] - x * n[2])
                  + jacobian[5 * joints + i] * (x * n[1] - y * n[0]));
    }
  }

  /** Acceleration along n of a point on a link while no joint accelerates. */
  @HotPath
  double drift(int link, double[] point, double[] n) {
    return drift.along(frames, link, point, n);
  }
}
