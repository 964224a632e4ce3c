package dev.tandem.app.bench;

import java.util.Arrays;

/**
 * Speed, acceleration and jerk of a pose that is looked at in every tick, by differences of its own
 * arithmetic: of the way along a line, or of the turn. Starts at rest.
 */
public final class TravelledSteps {
  private final boolean turns;
  private final double[] pose = new double[16];

  /** [difference][axis]: this tick's step, and how much it and its change changed. */
  private final double[][] now = new double[3][3];

  private final double[][] before = new double[2][3];

  /**
   * @param turns false for the way along a line, in m; true for the turn, in rad
   */
  public TravelledSteps(boolean turns) {
    this.turns = turns;
  }

  /** It rests here, 4x4. */
  public void restart(double[] poseInBase) {
    System.arraycopy(poseInBase, 0, pose, 0, pose.length);
    for (double[] difference : before) {
      Arrays.fill(difference, 0);
    }
  }

  /** The next tick. */
  public void follow(double[] poseInBase) {
    step(poseInBase, now[0]);
    for (int order = 0; order < 2; order++) {
      for (int axis = 0; axis < 3; axis++) {
        now[order + 1][axis] = now[order][axis] - before[order][axis];
        before[order][axis] = now[order][axis];
      }
    }
    System.arraycopy(poseInBase, 0, pose, 0, pose.length);
  }

  /** In m or rad a tick, a tick squared, a tick cubed: order 1, 2 and 3. */
  public double perTick(int order) {
    double[] of = now[order - 1];
    return Math.sqrt(of[0] * of[0] + of[1] * of[1] + of[2] * of[2]);
  }

  private void step(double[] to, double[] out) {
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = turns ? turned(to, axis) : to[4 * axis + 3] - pose[4 * axis + 3];
    }
  }

  /** Of a small turn: half of what the axes cross, summed over the three of them. */
  private double turned(double[] to, int axis) {
    int next = (axis + 1) % 3;
    int last = (axis + 2) % 3;
    double sum = 0;
    for (int column = 0; column < 3; column++) {
      sum += pose[4 * next + column] * to[4 * last + column];
      sum -= pose[4 * last + column] * to[4 * next + column];
    }
    return 0.5 * sum;
  }
}
