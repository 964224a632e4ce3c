package dev.tandem.policies.sac;

import static dev.tandem.policies.sac.Expected.positive;
import static dev.tandem.policies.sac.Expected.require;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorShape;
import java.util.List;

/**
 * Settings of soft actor-critic with an ensemble of critics (RLPD, arXiv 2302.02948).
 *
 * @param actor hidden layers of the actor
 * @param critics of the ensemble
 * @param batch rows and updates
 * @param entropy how much the actor is kept from making up its mind
 * @param optimiser of all three
 * @param discount per decision, in (0, 1)
 */
public record SacConfig(
    Layers actor,
    Critics critics,
    Batching batch,
    Entropy entropy,
    Optimiser optimiser,
    double discount) {
  public SacConfig {
    require(discount > 0 && discount < 1, "discount", "in (0, 1)", discount);
  }

  /**
   * Ten critics of which two make the target, 256x256, LayerNorm on the critics, UTD 1, and little
   * entropy: for demonstrations and a sparse reward.
   */
  public static SacConfig defaults(double discount) {
    List<Integer> hidden = List.of(256, 256);
    return new SacConfig(
        new Layers(hidden, Activation.RELU, false),
        new Critics(10, 2, new Layers(hidden, Activation.RELU, true), 0.005),
        new Batching(256, 1),
        new Entropy(0.01, 0.5, false, 1e-5, 5),
        new Optimiser(3e-4, 3e-4, 3e-4, 0, 0, 0),
        discount);
  }

  public SacConfig withActor(Layers actor) {
    return new SacConfig(actor, critics, batch, entropy, optimiser, discount);
  }

  public SacConfig withCritics(Critics critics) {
    return new SacConfig(actor, critics, batch, entropy, optimiser, discount);
  }

  /** Another ensemble of critics of the same layers. */
  public SacConfig withCritics(int count, int targetSubsample) {
    return withCritics(
        new Critics(count, targetSubsample, critics.layers, critics.tau, critics.variant));
  }

  /** The same widths for actor and critics. */
  public SacConfig withHidden(List<Integer> hidden) {
    return withActor(actor.withHidden(hidden))
        .withCritics(
            new Critics(
                critics.count,
                critics.targetSubsample,
                critics.layers.withHidden(hidden),
                critics.tau,
                critics.variant));
  }

  public SacConfig withBatch(Batching batch) {
    return new SacConfig(actor, critics, batch, entropy, optimiser, discount);
  }

  public SacConfig withEntropy(Entropy entropy) {
    return new SacConfig(actor, critics, batch, entropy, optimiser, discount);
  }

  public SacConfig withOptimiser(Optimiser optimiser) {
    return new SacConfig(actor, critics, batch, entropy, optimiser, discount);
  }

  public ActorShape actorShape(int features, int actions) {
    return new ActorShape(
        features,
        actor.hidden(),
        actions,
        actor.activation(),
        actor.layerNorm(),
        entropy.minStd,
        entropy.maxStd);
  }

  public CriticShape criticShape(int features, int actions) {
    return new CriticShape(critics.count, features + actions, critics.layers, critics.variant);
  }

  /**
   * The ensemble.
   *
   * @param count critics in the ensemble
   * @param targetSubsample critics drawn without replacement for each target; their least counts
   * @param layers of each critic; none is shared
   * @param tau share of the critics that moves into their targets in every critic update
   * @param variant what each critic says and how it is taught
   */
  public record Critics(
      int count, int targetSubsample, Layers layers, double tau, CriticVariant variant) {
    /** Plain ones. */
    public Critics(int count, int targetSubsample, Layers layers, double tau) {
      this(count, targetSubsample, layers, tau, new CriticVariant.Plain());
    }

    public Critics {
      require(count >= 1, "critics", ">= 1", count);
      require(
          targetSubsample >= 1 && targetSubsample <= count,
          "targetSubsample",
          "in 1.." + count,
          targetSubsample);
      require(tau > 0 && tau <= 1, "tau", "in (0, 1]", tau);
    }
  }

  /**
   * How much is learnt per environment step.
   *
   * @param size rows of one critic update
   * @param updatesPerStep critic updates per environment step (UTD)
   */
  public record Batching(int size, int updatesPerStep) {
    public Batching {
      require(size >= 1, "batchSize", ">= 1", size);
      require(updatesPerStep >= 1, "updatesPerStep", ">= 1", updatesPerStep);
    }

    /** Rows of a batch that {@code Learner.update} takes. */
    public int rows() {
      return Math.multiplyExact(size, updatesPerStep);
    }
  }

  /**
   * Automatic temperature (arXiv 1812.05905, section 5).
   *
   * @param initialTemperature first temperature: 0.01 for demonstrations and sparse reward, else 1
   * @param targetScale target entropy is {@code -targetScale * actions}, in nats
   * @param backup whether the target holds the entropy term, inside discount x (1 - terminated)
   * @param minStd smallest standard deviation before the squash (HIL-SERL: 1e-5)
   * @param maxStd largest standard deviation before the squash (HIL-SERL: 5)
   */
  public record Entropy(
      double initialTemperature, double targetScale, boolean backup, double minStd, double maxStd) {
    public Entropy {
      require(positive(initialTemperature), "initialTemperature", "> 0", initialTemperature);
      require(Double.isFinite(targetScale), "targetScale", "finite", targetScale);
      require(positive(maxStd), "maxStd", "> 0", maxStd);
      require(minStd > 0 && minStd < maxStd, "minStd", "in (0, " + maxStd + ")", minStd);
    }

    public double targetEntropy(int actions) {
      return -targetScale * actions;
    }
  }
}
