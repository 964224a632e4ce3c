package dev.tandem.controllers.impedance;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * Makes the steps of a set point smooth: each velocity that is asked for is spread over the ticks
 * that follow, by weights that are a trapezoid, two moving averages in a row (Biagiotti and
 * Melchiorri, "FIR filters for online trajectory planning with time- and frequency-domain
 * specifications", Control Engineering Practice 20, 2012). An average of velocities is no faster
 * than they are; the first window bounds the acceleration by 2 v / T1, the second the jerk by 4 v /
 * (T1 T2). What was asked for is gone in full, T1 + T2 later.
 */
final class SmoothTravel {
  /** The longest that {@link Travel} allows, at 10 kHz. */
  private static final int MOST_TICKS = 2048;

  private final Travel limits;
  private final double[] weights = new double[MOST_TICKS];
  private final double[] still = new double[MOST_TICKS];
  private final double[] asked = new double[3 * MOST_TICKS];
  private int ticks;
  private int newest;
  private double dtSeconds;

  SmoothTravel(Travel limits) {
    this.limits = limits;
  }

  /** Nothing is on its way any more. */
  @HotPath
  void reset() {
    Arrays.fill(asked, 0);
  }

  /** Weights for this period; what was on its way with another one is forgotten. */
  @HotPath
  void fit(double periodSeconds) {
    if (periodSeconds == dtSeconds) {
      return;
    }
    dtSeconds = periodSeconds;
    newest = 0;
    reset();
    int first = ticks(2 * limits.maxSpeed() / limits.maxAcceleration());
    double second = 4 * limits.maxSpeed() / (limits.maxJerk() * first * periodSeconds);
    trapezoid(first, ticks(second));
    double rest = 0;
    for (int i = ticks - 1; i >= 0; i--) {
      still[i] = rest;
      rest += weights[i];
    }
  }

  @HotPath
  private int ticks(double seconds) {
    int whole = (int) Math.ceil(seconds / dtSeconds - 1e-9);
    return Math.max(1, Math.min(MOST_TICKS / 2, whole));
  }

  /** The two windows, one folded with the other; the weights add up to 1. */
  @HotPath
  private void trapezoid(int first, int second) {
    ticks = first + second - 1;
    Arrays.fill(weights, 0);
    for (int i = 0; i < first; i++) {
      for (int k = 0; k < second; k++) {
        weights[i + k] += 1.0 / ((double) first * second);
      }
    }
  }

  /** The way in m or rad that was asked for and is still to come, [3]. */
  @HotPath
  void ahead(double[] out) {
    sum(still, out);
    for (int axis = 0; axis < 3; axis++) {
      out[axis] *= dtSeconds;
    }
  }

  /**
   * Asks for a way, at the highest speed that is allowed, and gives the step of this tick.
   *
   * @param way that is left, [3]
   * @param reduced while a person is near
   * @param step out, [3]
   */
  @HotPath
  void advance(double[] way, boolean reduced, double[] step) {
    double speed = reduced ? limits.reducedSpeed() : limits.maxSpeed();
    double length = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
    double part = length <= speed * dtSeconds ? 1 / dtSeconds : speed / length;
    newest = newest == 0 ? ticks - 1 : newest - 1;
    for (int axis = 0; axis < 3; axis++) {
      asked[3 * newest + axis] = part * way[axis];
    }
    sum(weights, step);
    for (int axis = 0; axis < 3; axis++) {
      step[axis] *= dtSeconds;
    }
  }

  @HotPath
  private void sum(double[] by, double[] out) {
    Arrays.fill(out, 0, 3, 0);
    for (int i = 0; i < ticks; i++) {
      int at = newest + i < ticks ? newest + i : newest + i - ticks;
      for (int axis = 0; axis < 3; axis++) {
        out[axis] += by[i] * asked[3 * at + axis];
      }
    }
  }
}
