package dev.tandem.policies.stream;

import java.util.List;

/**
 * Settings of stream AC(lambda); defaults are the paper's for continuous control (arXiv
 * 2410.14606).
 *
 * @param hidden width of each hidden layer of actor and critic, from the input on
 * @param sparsity share of each unit's incoming weights that starts at zero, in [0, 1)
 * @param lambda how far credit reaches back, in [0, 1]
 * @param entropy weight of the entropy in the actor's trace
 * @param step how far one transition may move the weights
 * @param discount per decision, in (0, 1)
 */
public record StreamConfig(
    List<Integer> hidden,
    double sparsity,
    double lambda,
    double entropy,
    Step step,
    double discount) {
  public StreamConfig {
    hidden = List.copyOf(hidden);
    require(
        !hidden.isEmpty() && hidden.stream().allMatch(width -> width >= 1),
        "hidden",
        "one width >= 1 or more",
        hidden);
    require(sparsity >= 0 && sparsity < 1, "sparsity", "in [0, 1)", sparsity);
    require(lambda >= 0 && lambda <= 1, "lambda", "in [0, 1]", lambda);
    require(entropy >= 0 && Double.isFinite(entropy), "entropy", ">= 0", entropy);
    require(discount > 0 && discount < 1, "discount", "in (0, 1)", discount);
  }

  /** 128x128, 90 % zeros, lambda 0.8, entropy 0.01, step size 1, kappa 3 and 2. */
  public static StreamConfig defaults(double discount) {
    return new StreamConfig(List.of(128, 128), 0.9, 0.8, 0.01, new Step(1, 3, 2), discount);
  }

  public StreamConfig withHidden(List<Integer> hidden) {
    return new StreamConfig(hidden, sparsity, lambda, entropy, step, discount);
  }

  public StreamConfig withLambda(double lambda) {
    return new StreamConfig(hidden, sparsity, lambda, entropy, step, discount);
  }

  public StreamConfig withEntropy(double entropy) {
    return new StreamConfig(hidden, sparsity, lambda, entropy, step, discount);
  }

  public StreamConfig withStep(Step step) {
    return new StreamConfig(hidden, sparsity, lambda, entropy, step, discount);
  }

  /**
   * The step of overshooting-bounded gradient descent.
   *
   * @param size largest step size, alpha
   * @param actorKappa the larger, the further the actor's step stays from overshooting
   * @param criticKappa the same for the critic
   */
  public record Step(double size, double actorKappa, double criticKappa) {
    public Step {
      require(positive(size), "step size", "> 0", size);
      require(positive(actorKappa), "actorKappa", "> 0", actorKappa);
      require(positive(criticKappa), "criticKappa", "> 0", criticKappa);
    }
  }

  private static boolean positive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static void require(boolean holds, String name, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "stream learner: " + name + " must be " + expected + ", got " + found);
    }
  }
}
