package dev.tandem.runtime.learn;

/** One array of a learner's state, row-major; what checkpoints are made of. */
public record NamedArray(String name, int[] shape, float[] values) {
  public NamedArray {
    long size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          name + ": expected " + size + " values by its shape, found " + values.length);
    }
  }
}
