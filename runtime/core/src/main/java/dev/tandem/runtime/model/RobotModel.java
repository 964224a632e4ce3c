package dev.tandem.runtime.model;

/**
 * Kinematics and dynamics of a serial chain, written by controllers and read by safety. Not
 * thread-safe: one instance a thread. All matrices are row-major, all frames right-handed
 * (REP-103), the base frame is the world frame with gravity along -z.
 */
public interface RobotModel {
  int joints();

  JointLimits limits(int joint);

  /** Computes everything that follows from {@code q[offset ..]}, in rad. */
  void update(double[] q, int offset);

  /** Tool in base: 4x4 homogeneous transform into {@code out[16]}. Needs {@link #update}. */
  void toolInBase(double[] out);

  /**
   * The frame of joint {@code joint} and of the body that it moves, in base: 4x4 homogeneous
   * transform into {@code out[16]}. Needs {@link #update}.
   */
  void linkInBase(int joint, double[] out);

  /** Geometric Jacobian of the tool in base axes, [6][joints], linear rows first. */
  void jacobian(double[] out);

  /** Joint-space mass matrix, [joints][joints], in kg m2, armature included. */
  void massMatrix(double[] out);

  /** Coriolis, centrifugal and gravity torques in Nm at {@code qd[offset ..]} in rad/s. */
  void biasTorque(double[] qd, int offset, double[] out);
}
