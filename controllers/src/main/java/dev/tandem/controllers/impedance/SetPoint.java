package dev.tandem.controllers.impedance;

import dev.tandem.runtime.time.HotPath;

/** Where the springs pull: travels in a straight line to its goal, never faster than allowed. */
final class SetPoint {
  private final double maxSpeedMPerS;
  private final double maxSpeedRadPerS;
  private final double[] goal = new double[16];
  private final double[] pose = new double[16];
  private final double[] turn = new double[3];

  SetPoint(double maxSpeedMPerS, double maxSpeedRadPerS) {
    this.maxSpeedMPerS = maxSpeedMPerS;
    this.maxSpeedRadPerS = maxSpeedRadPerS;
  }

  /** Rests at {@code toolInBase}, 4x4. */
  @HotPath
  void reset(double[] toolInBase) {
    System.arraycopy(toolInBase, 0, goal, 0, 16);
    System.arraycopy(toolInBase, 0, pose, 0, 16);
  }

  /** From where the tool is by dx, dy, dz metres in base axes. */
  @HotPath
  void moveFrom(double[] toolInBase, double[] displacement) {
    for (int row = 0; row < 3; row++) {
      goal[4 * row + 3] = toolInBase[4 * row + 3] + displacement[row];
    }
  }

  /** From how the tool is turned by the rotation vector {@code displacement[3 ..]}, in rad. */
  @HotPath
  void turnFrom(double[] toolInBase, double[] displacement) {
    Rotation.turn(toolInBase, displacement, 3, 1, goal);
  }

  /** Goes no further than it is. */
  @HotPath
  void rest() {
    System.arraycopy(pose, 0, goal, 0, 16);
  }

  @HotPath
  void advance(double dtSeconds) {
    double x = goal[3] - pose[3];
    double y = goal[7] - pose[7];
    double z = goal[11] - pose[11];
    double part = part(Math.sqrt(x * x + y * y + z * z), maxSpeedMPerS * dtSeconds);
    pose[3] += part * x;
    pose[7] += part * y;
    pose[11] += part * z;
    Rotation.between(pose, goal, turn, 0);
    double angle = Math.sqrt(turn[0] * turn[0] + turn[1] * turn[1] + turn[2] * turn[2]);
    Rotation.turn(pose, turn, 0, part(angle, maxSpeedRadPerS * dtSeconds), pose);
  }

  /** How much of a way may be gone in one step; NaN stays NaN, for the gate to see. */
  @HotPath
  private static double part(double way, double step) {
    return way <= step ? 1 : step / way;
  }

  /** What is missing from the tool to here: metres, then a rotation vector in rad; [6]. */
  @HotPath
  void errorOf(double[] toolInBase, double[] out) {
    for (int row = 0; row < 3; row++) {
      out[row] = pose[4 * row + 3] - toolInBase[4 * row + 3];
    }
    Rotation.between(toolInBase, pose, out, 3);
  }
}
