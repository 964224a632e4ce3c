package dev.tandem.runtime.signal;

/**
 * One named number of a signal.
 *
 * @param name unique within its {@link SignalSpec}; members of a block share a prefix: {@code q.0}
 * @param unit SI unit, for example {@code rad} or {@code Nm}
 * @param min smallest value that makes sense, in {@code unit}; may be infinite
 * @param max largest value that makes sense, in {@code unit}; may be infinite
 */
public record Channel(String name, String unit, double min, double max) {
  public Channel {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a channel needs a name, unit " + unit);
    }
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "channel " + name + ": min must be < max, got " + min + " and " + max);
    }
  }

  /** A channel without bounds. */
  public static Channel of(String name, String unit) {
    return new Channel(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
