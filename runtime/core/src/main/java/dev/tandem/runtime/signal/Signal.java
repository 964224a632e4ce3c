package dev.tandem.runtime.signal;

/** A read-only view of numbers in the order of their spec. Valid until the end of the tick. */
public interface Signal {
  SignalSpec spec();

  int size();

  double get(int index);

  /** Copies all values to {@code destination[offset ..]}. */
  void copyTo(double[] destination, int offset);
}
