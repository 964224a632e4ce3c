package dev.tandem.controllers.impedance;

import dev.tandem.runtime.time.HotPath;

/**
 * Where the springs pull: travels to its goal in a straight line while that stands still, with
 * speed, acceleration and jerk that are bounded whatever becomes of the goal.
 */
final class SetPoint {
  private final SmoothTravel line;
  private final SmoothTravel rotation;
  private final double[] goal = new double[16];
  private final double[] pose = new double[16];
  private final double[] ending = new double[16];
  private final double[] ahead = new double[3];
  private final double[] way = new double[3];
  private final double[] step = new double[3];

  SetPoint(Travel line, Travel rotation) {
    this.line = new SmoothTravel(line);
    this.rotation = new SmoothTravel(rotation);
  }

  /** Rests at {@code toolInBase}, 4x4. */
  @HotPath
  void reset(double[] toolInBase) {
    System.arraycopy(toolInBase, 0, goal, 0, 16);
    System.arraycopy(toolInBase, 0, pose, 0, 16);
    System.arraycopy(toolInBase, 0, ending, 0, 16);
    line.reset();
    rotation.reset();
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

  /** Asks for nothing more: comes to rest as fast as it may. */
  @HotPath
  void rest() {
    foresee();
    System.arraycopy(ending, 0, goal, 0, 16);
  }

  /** Where it ends if nothing more is asked for. */
  @HotPath
  private void foresee() {
    line.ahead(ahead);
    for (int row = 0; row < 3; row++) {
      ending[4 * row + 3] = pose[4 * row + 3] + ahead[row];
    }
    rotation.ahead(ahead);
    Rotation.turn(pose, ahead, 0, 1, ending);
  }

  /**
   * Moves on by one tick.
   *
   * @param reduced at the speeds for when a person is near
   */
  @HotPath
  void advance(double dtSeconds, boolean reduced) {
    line.fit(dtSeconds);
    rotation.fit(dtSeconds);
    foresee();
    for (int row = 0; row < 3; row++) {
      way[row] = goal[4 * row + 3] - ending[4 * row + 3];
    }
    line.advance(way, reduced, step);
    for (int row = 0; row < 3; row++) {
      pose[4 * row + 3] += step[row];
    }
    Rotation.between(ending, goal, way, 0);
    rotation.advance(way, reduced, step);
    Rotation.turn(pose, step, 0, 1, pose);
  }

  /** What is missing from the tool to here: metres, then a rotation vector in rad; [6]. */
  @HotPath
  void errorOf(double[] toolInBase, double[] out) {
    for (int row = 0; row < 3; row++) {
      out[row] = pose[4 * row + 3] - toolInBase[4 * row + 3];
    }
    Rotation.between(toolInBase, pose, out, 3);
  }

  /** Its pose in base, 4x4; overwritten by {@link #advance}. */
  @HotPath
  double[] pose() {
    return pose;
  }
}
