package dev.tandem.app.settings;

import java.util.List;

/**
 * The streaming learner; the rest is the paper's (arXiv 2410.14606).
 *
 * @param hidden units of each hidden layer of actor and critic, one number a layer
 * @param lambda how far credit reaches back, 0 to 1
 * @param entropy weight of the entropy in the actor's trace, at most 100
 */
public record StreamSettings(List<Integer> hidden, double lambda, double entropy) {
  /** Of which there are four arrays, weights and traces of actor and critic: 800 MB. */
  private static final long MOST_WEIGHTS = 50_000_000;

  /** A hundred times what the action's own likelihood weighs. */
  private static final double MOST_ENTROPY = 100;

  public StreamSettings {
    hidden = List.copyOf(hidden);
    Check.layers("learner.stream.hidden", hidden);
    requireRoom(hidden, 0, "layers of at most " + MOST_WEIGHTS + " weights between them");
    Check.atLeast("learner.stream.lambda", lambda, 0);
    Check.atMost("learner.stream.lambda", lambda, 1);
    Check.atLeast("learner.stream.entropy", entropy, 0);
    Check.atMost("learner.stream.entropy", entropy, MOST_ENTROPY);
  }

  /** Refuses what a task has too many features for. */
  public void requireRoom(int features) {
    requireRoom(
        hidden,
        features,
        "layers of at most %d weights between them and the task's %d features"
            .formatted(MOST_WEIGHTS, features));
  }

  private static void requireRoom(List<Integer> hidden, int features, String expected) {
    long weights = weights(hidden, features);
    Check.that(weights <= MOST_WEIGHTS, "learner.stream.hidden", expected, weights);
  }

  private static long weights(List<Integer> hidden, int features) {
    long weights = (long) features * hidden.get(0);
    for (int i = 1; i < hidden.size(); i++) {
      weights += (long) hidden.get(i) * hidden.get(i - 1);
    }
    return weights;
  }

  static StreamSettings defaults() {
    return new StreamSettings(List.of(32, 32), 0.8, 0.03);
  }
}
