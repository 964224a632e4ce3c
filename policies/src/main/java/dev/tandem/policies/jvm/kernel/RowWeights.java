package dev.tandem.policies.jvm.kernel;

import java.util.Arrays;

/**
 * Weights of a dense layer in a slab, for batches of one: [inputs + 1][outputs] row after row, the
 * bias last. A row fills whole cache lines, with zeros after its outputs; {@link Panels} would have
 * it fill whole panels.
 *
 * @param offset of the first value in the slab
 */
public record RowWeights(int offset, int inputs, int outputs) {
  /** From a row to the next. */
  public int step() {
    return SlabPlan.aligned(outputs);
  }

  /** Where the weights of an input start; those of the bias after the last input. */
  public int row(int input) {
    return offset + input * step();
  }

  /** Values of the slab that they take, padding included. */
  public int size() {
    return (inputs + 1) * step();
  }

  /** Row after row without padding. */
  public float[] in(float[] slab) {
    float[] values = new float[(inputs + 1) * outputs];
    for (int i = 0; i <= inputs; i++) {
      System.arraycopy(slab, row(i), values, i * outputs, outputs);
    }
    return values;
  }

  /** Takes over what {@link #in} gave. */
  public void set(float[] slab, float[] values) {
    for (int i = 0; i <= inputs; i++) {
      System.arraycopy(values, i * outputs, slab, row(i), outputs);
    }
  }

  public void clear(float[] slab) {
    Arrays.fill(slab, offset, offset + size(), 0);
  }
}
