package dev.tandem.policies.jvm;

import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.Subsample;
import java.util.random.RandomGenerator;

/** All that is random in an update, in an order that every engine keeps to. */
final class Draws {
  /** Critics drawn for the target of each critic step, those of a step side by side. */
  final int[] subsample;

  /** What only a variant of the critics draws. */
  final CriticDraws ofVariant = new CriticDraws();

  private final SacConfig config;
  private final SacNetworks networks;
  private final float[] noise;

  Draws(SacConfig config, SacNetworks networks) {
    this.config = config;
    this.networks = networks;
    int rows = config.batch().rows() + config.batch().size();
    noise = new float[rows * networks.inputs.actions];
    subsample = new int[config.batch().updatesPerStep() * config.critics().targetSubsample()];
  }

  void draw(RandomGenerator random) {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    int count = config.critics().targetSubsample();
    for (int i = 0; i < subsample.length; i += count) {
      Subsample.draw(random, config.critics().count(), subsample, i, count);
    }
    if (CriticDraws.wants(config.critics().variant())) {
      ofVariant.begin(random.nextLong());
    }
  }

  /** The actor's noise of critic step {@code step}; the last share is the actor step's. */
  void useNoise(int step) {
    int count = config.batch().size() * networks.inputs.actions;
    System.arraycopy(noise, step * count, networks.kernels.slab(), networks.actor.noise, count);
  }
}
