package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/**
 * A Gaussian actor's forward pass for one row. Holds its scratch arrays, so that a call allocates
 * nothing; one instance a thread.
 */
public final class ActorNetwork {
  private final ActorShape shape;
  private final float[] weights;
  private final Arithmetic arithmetic;
  private final Dense[] hidden;
  private final LayerNorm[] norms;
  private final float[][] outputs;
  private final Dense mean;
  private final Dense logStd;
  private final float minLogStd;
  private final float maxLogStd;

  /**
   * @param weights in the order of {@link ActorShape#layout}; kept, and to be left alone by the
   *     caller
   */
  public ActorNetwork(ActorShape shape, float[] weights, Arithmetic arithmetic) {
    ParameterLayout layout = shape.layout();
    if (weights.length != layout.size()) {
      throw new IllegalArgumentException(
          "actor weights: expected " + layout.size() + " values, found " + weights.length);
    }
    this.shape = shape;
    this.weights = weights;
    this.arithmetic = arithmetic;
    int layers = shape.hidden().size();
    hidden = new Dense[layers];
    norms = new LayerNorm[shape.layerNorm() ? layers : 0];
    outputs = new float[layers][];
    for (int i = 0; i < layers; i++) {
      outputs[i] = new float[shape.hidden().get(i)];
      hidden[i] = layout.layer("hidden." + i, weights, arithmetic);
      if (shape.layerNorm()) {
        norms[i] = norm(layout, "hidden." + i);
      }
    }
    mean = layout.layer("mean", weights, arithmetic);
    logStd = layout.layer("logStd", weights, arithmetic);
    minLogStd = (float) Math.log(shape.minStd());
    maxLogStd = (float) Math.log(shape.maxStd());
  }

  /** The same network with scratch arrays of its own, for another thread. */
  public ActorNetwork forAnotherThread() {
    return new ActorNetwork(shape, weights, arithmetic);
  }

  public ActorShape shape() {
    return shape;
  }

  /** A copy, in the order of {@link ActorShape#layout}. */
  public float[] weights() {
    return weights.clone();
  }

  /** Runs the hidden layers; the heads below read what they left. */
  @HotPath
  public void forward(float[] features) {
    float[] input = features;
    for (int i = 0; i < hidden.length; i++) {
      float[] output = outputs[i];
      hidden[i].forward(input, output);
      if (norms.length > 0) {
        norms[i].apply(output);
      }
      shape.activation().apply(output, output.length);
      input = output;
    }
  }

  /** Mean before the squash, [actions]. Needs {@link #forward}. */
  @HotPath
  public void mean(float[] out) {
    mean.forward(outputs[outputs.length - 1], out);
  }

  /** Logarithm of the clipped standard deviation before the squash, [actions]. */
  @HotPath
  public void logStd(float[] out) {
    logStd.forward(outputs[outputs.length - 1], out);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.min(maxLogStd, Math.max(minLogStd, out[i]));
    }
  }

  private LayerNorm norm(ParameterLayout layout, String name) {
    ParameterLayout.Piece gain = layout.piece(name + ".gain");
    int shift = layout.piece(name + ".shift").offset();
    return new LayerNorm(weights, gain.offset(), shift, gain.size());
  }
}
