package dev.tandem.app.bench;

import dev.tandem.app.robot.JointFigures;
import java.util.List;

/**
 * Which accelerations the joints had, by the difference of their speeds, beside what may be asked
 * of them. Shown, not judged: the limit is of what torques ask, which is all that a filter decides.
 * Friction brakes a joint on top of what is asked, so that it may slow down faster, never speed up
 * faster; what is pushed or touched has the acceleration that it is pushed with.
 */
final class MeasuredAcceleration {
  private static final int NONE = -1;

  private final List<Double> most;
  private final double[] before;
  private final double dtSeconds;
  private final LimitTable.Row row;
  private long lastTick = NONE;

  MeasuredAcceleration(JointFigures limits, double dtSeconds, LimitTable table) {
    this.most = limits.maxAccelerationRadPerS2();
    this.before = new double[most.size()];
    this.dtSeconds = dtSeconds;
    this.row = table.show("measured_acceleration_ratio", 1);
  }

  /**
   * The next tick; one that was skipped before it, or a brake, leaves nothing to compare.
   *
   * @param qd where joint speeds begin in {@code seen}
   */
  void check(double[] seen, int qd, long tick, boolean stopped) {
    double ratio = 0;
    for (int i = 0; i < before.length; i++) {
      double change = Math.abs(seen[qd + i] - before[i]) / dtSeconds;
      ratio = Math.max(ratio, change / most.get(i));
      before[i] = seen[qd + i];
    }
    if (lastTick != NONE && tick == lastTick + 1) {
      row.saw(ratio);
    }
    lastTick = stopped ? NONE : tick;
  }
}
