package dev.tandem.runtime.signal;

import dev.tandem.runtime.time.HotPath;

/** The one array behind every mutable signal. Single writer. */
abstract class SignalArray implements Signal {
  private final SignalSpec spec;
  private final double[] values;

  SignalArray(SignalSpec spec) {
    this.spec = spec;
    this.values = new double[spec.size()];
  }

  @Override
  public final SignalSpec spec() {
    return spec;
  }

  @Override
  public final int size() {
    return values.length;
  }

  @Override
  @HotPath
  public final double get(int index) {
    return values[index];
  }

  @Override
  @HotPath
  public final void copyTo(double[] destination, int offset) {
    System.arraycopy(values, 0, destination, offset, values.length);
  }

  @HotPath
  public final void set(int index, double value) {
    values[index] = value;
  }

  /** Takes {@code size()} values from {@code source[offset ..]}. */
  @HotPath
  public final void setAll(double[] source, int offset) {
    System.arraycopy(source, offset, values, 0, values.length);
  }

  @HotPath
  public final void zero() {
    for (int i = 0; i < values.length; i++) {
      values[i] = 0;
    }
  }

  /** Takes the values of another signal of the same size. */
  @HotPath
  public final void copyFrom(Signal source) {
    source.copyTo(values, 0);
  }

  /** The index of the first value that is NaN or infinite, or -1. */
  @HotPath
  public final int firstNotFinite() {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }
}
