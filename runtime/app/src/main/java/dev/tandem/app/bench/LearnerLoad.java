package dev.tandem.app.bench;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.UpdateCost;
import dev.tandem.runtime.learn.Batch;
import java.util.SplittableRandom;

/** What learners are measured with: 17 features, 6 actions, 256x256, batches of 256. */
final class LearnerLoad {
  static final int UTD = 20;

  private static final int FEATURES = 17;
  private static final int ACTIONS = 6;

  private LearnerLoad() {}

  static PolicySpaces spaces() {
    return BenchSpaces.of(FEATURES, ACTIONS);
  }

  static SacConfig config(int critics, boolean layerNorm, int utd) {
    SacConfig standard = SacConfig.defaults(0.99);
    Layers layers = new Layers(standard.actor().hidden(), standard.actor().activation(), layerNorm);
    return standard
        .withCritics(new SacConfig.Critics(critics, 2, layers, standard.critics().tau()))
        .withBatch(new SacConfig.Batching(standard.batch().size(), utd));
  }

  /** Two critics with a histogram of 51 bins each. */
  static SacConfig histogram() {
    return with(new CriticVariant.HlGauss(0, 1, 51, 0.75), config(2, false, 1));
  }

  /** Two critics with a mean and a deviation each. */
  static SacConfig distribution() {
    return with(CriticVariant.DsacT.published(), config(2, false, 1));
  }

  /** DroQ as its paper means it: two forgetful critics with LayerNorm in place of an ensemble. */
  static SacConfig droq() {
    return with(new CriticVariant.DroQ(0.01), config(2, true, UTD));
  }

  private static SacConfig with(CriticVariant variant, SacConfig plain) {
    SacConfig.Critics critics = plain.critics();
    return plain.withCritics(
        new SacConfig.Critics(
            critics.count(), critics.targetSubsample(), critics.layers(), critics.tau(), variant));
  }

  /** Floating-point operations of one update. */
  static double operations(SacConfig config) {
    return UpdateCost.operations(config, FEATURES, ACTIONS);
  }

  static Batch batch(int rows, long seed) {
    return batch(rows, FEATURES, ACTIONS, seed);
  }

  /** Random numbers in the shape of transitions. */
  static Batch batch(int rows, int features, int actions, long seed) {
    Batch batch = new Batch(rows, features, actions);
    SplittableRandom random = new SplittableRandom(seed);
    fill(batch.observation, random);
    fill(batch.action, random);
    fill(batch.nextObservation, random);
    fill(batch.reward, random);
    return batch;
  }

  private static void fill(float[] values, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
  }
}
