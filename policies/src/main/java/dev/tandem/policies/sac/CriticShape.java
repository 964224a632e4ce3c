package dev.tandem.policies.sac;

import dev.tandem.policies.nn.ParameterLayout;

/**
 * The shape of an ensemble of critics: observation and action side by side in, the outputs of its
 * {@link CriticVariant} out.
 *
 * @param count critics, which share nothing
 * @param inputs features and actions together
 * @param layers of each critic
 * @param variant whose outputs each critic has
 */
public record CriticShape(int count, int inputs, Layers layers, CriticVariant variant) {
  /** Of each critic. */
  public int outputs() {
    return variant.outputs();
  }

  /** The order of the weights; every array has the critic as its first dimension. */
  public ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout();
    int width = inputs;
    for (int i = 0; i < layers.hidden().size(); i++) {
      int next = layers.hidden().get(i);
      layout.add("hidden." + i + ".weights", count, width, next);
      layout.add("hidden." + i + ".bias", count, 1, next);
      if (layers.layerNorm()) {
        layout.add("hidden." + i + ".gain", count, 1, next);
        layout.add("hidden." + i + ".shift", count, 1, next);
      }
      width = next;
    }
    return layout
        .add("value.weights", count, width, outputs())
        .add("value.bias", count, 1, outputs());
  }
}
