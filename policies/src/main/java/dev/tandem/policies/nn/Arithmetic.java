package dev.tandem.policies.nn;

/** How a forward pass is computed. Both ways give the same bits. */
public enum Arithmetic {
  /** The Vector API; needs {@code --add-modules jdk.incubator.vector}. */
  VECTOR,
  /** Plain arrays; runs everywhere. */
  PLAIN;

  /** The fastest that this JVM was started for. */
  public static Arithmetic fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present ? VECTOR : PLAIN;
  }

  /**
   * A layer of a network.
   *
   * @param weights flat array of the whole network, read and never copied
   * @param weightsOffset of this layer's weights, [inputs][outputs]
   * @param biasOffset of this layer's bias, [outputs]
   */
  Dense layer(float[] weights, int weightsOffset, int biasOffset, int inputs, int outputs) {
    return this == VECTOR
        ? new VectorDense(weights, weightsOffset, biasOffset, inputs, outputs)
        : new PlainDense(weights, weightsOffset, biasOffset, inputs, outputs);
  }
}
