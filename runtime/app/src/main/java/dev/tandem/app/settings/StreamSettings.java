package dev.tandem.app.settings;

import java.util.List;

/**
 * The streaming learner; the rest is the paper's (arXiv 2410.14606).
 *
 * @param hidden units of each hidden layer of actor and critic, one number a layer
 * @param lambda how far credit reaches back, 0 to 1
 * @param entropy weight of the entropy in the actor's trace
 */
public record StreamSettings(List<Integer> hidden, double lambda, double entropy) {
  public StreamSettings {
    hidden = List.copyOf(hidden);
    Check.layers("learner.stream.hidden", hidden);
    Check.atLeast("learner.stream.lambda", lambda, 0);
    Check.atMost("learner.stream.lambda", lambda, 1);
    Check.atLeast("learner.stream.entropy", entropy, 0);
  }

  static StreamSettings defaults() {
    return new StreamSettings(List.of(32, 32), 0.8, 0.03);
  }
}
