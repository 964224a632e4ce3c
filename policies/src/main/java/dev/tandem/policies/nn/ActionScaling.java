package dev.tandem.policies.nn;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/** Between an action's SI bounds and the [-1, 1] that networks and replay buffers work in. */
public final class ActionScaling {
  /** Rounding of a bound to float32 and back stays below this. */
  private static final double TOLERANCE = 1e-4;

  private final SignalSpec spec;
  private final double[] centre;
  private final double[] halfRange;

  public ActionScaling(SignalSpec spec) {
    this.spec = spec;
    this.centre = new double[spec.size()];
    this.halfRange = new double[spec.size()];
    for (int i = 0; i < spec.size(); i++) {
      Channel channel = spec.channel(i);
      if (!Double.isFinite(channel.min()) || !Double.isFinite(channel.max())) {
        throw new IllegalArgumentException(
            place(i) + ": expected finite bounds to scale by, found " + bounds(i));
      }
      centre[i] = (channel.max() + channel.min()) / 2;
      halfRange[i] = (channel.max() - channel.min()) / 2;
    }
  }

  public int size() {
    return centre.length;
  }

  /** From [-1, 1] to SI. */
  @HotPath
  public double toSi(int index, double unit) {
    return centre[index] + halfRange[index] * unit;
  }

  /**
   * From SI to units in which the bounds are -1 and 1; outside of them for what is out of bounds.
   */
  @HotPath
  public double toUnitUnbounded(int index, double si) {
    return (si - centre[index]) / halfRange[index];
  }

  /** From SI to [-1, 1]; throws for a value outside the bounds, which no policy could repeat. */
  public float toUnit(int index, double si) {
    double unit = toUnitUnbounded(index, si);
    if (!(Math.abs(unit) <= 1 + TOLERANCE)) {
      throw new IllegalArgumentException(
          place(index)
              + ": expected a value in "
              + bounds(index)
              + ", found "
              + si
              + "; clip actions to their box before they are applied");
    }
    return (float) Math.max(-1, Math.min(1, unit));
  }

  private String place(int index) {
    return spec.name() + ", channel " + spec.channel(index).name();
  }

  private String bounds(int index) {
    return "[" + spec.channel(index).min() + ", " + spec.channel(index).max() + "]";
  }
}
