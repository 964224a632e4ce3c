package dev.tandem.policies.nn;

import java.util.List;

/**
 * The shape of a Gaussian actor: hidden layers, then one head for the mean and one for the
 * logarithm of the standard deviation, both before the tanh squash.
 *
 * @param features inputs
 * @param hidden width of each hidden layer, from the input on
 * @param actions outputs of each head
 * @param activation after each hidden layer
 * @param layerNorm true: each hidden layer is normalised before its activation
 * @param minStd smallest standard deviation before the squash; smaller ones are clipped
 * @param maxStd largest standard deviation before the squash; larger ones are clipped
 */
public record ActorShape(
    int features,
    List<Integer> hidden,
    int actions,
    Activation activation,
    boolean layerNorm,
    double minStd,
    double maxStd) {
  public ActorShape {
    hidden = List.copyOf(hidden);
    if (features < 1 || actions < 1 || hidden.isEmpty() || hidden.stream().anyMatch(w -> w < 1)) {
      throw new IllegalArgumentException(
          "no such actor: " + features + " features, hidden " + hidden + ", " + actions);
    }
    if (!(minStd > 0) || !(minStd < maxStd)) {
      throw new IllegalArgumentException(
          "expected 0 < minStd < maxStd, got " + minStd + " and " + maxStd);
    }
  }

  /** The order of the weights; dense weights are [inputs][outputs]. */
  public ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout();
    int inputs = features;
    for (int i = 0; i < hidden.size(); i++) {
      int width = hidden.get(i);
      layout.add("hidden." + i + ".weights", inputs, width).add("hidden." + i + ".bias", width);
      if (layerNorm) {
        layout.add("hidden." + i + ".gain", width).add("hidden." + i + ".shift", width);
      }
      inputs = width;
    }
    layout.add("mean.weights", inputs, actions).add("mean.bias", actions);
    return layout.add("logStd.weights", inputs, actions).add("logStd.bias", actions);
  }
}
