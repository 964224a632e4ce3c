package dev.tandem.policies.sac;

import dev.tandem.policies.nn.Activation;
import java.util.List;

/**
 * Hidden layers.
 *
 * @param hidden width of each, from the input on
 * @param activation after each
 * @param layerNorm true: each is normalised before its activation
 */
public record Layers(List<Integer> hidden, Activation activation, boolean layerNorm) {
  public Layers {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "learner: hidden must be one width >= 1 or more, got " + hidden);
    }
  }

  public Layers withHidden(List<Integer> hidden) {
    return new Layers(hidden, activation, layerNorm);
  }
}
