package dev.tandem.policies.sac;

import dev.tandem.policies.nn.Activation;
import dev.tandem.runtime.learn.Batch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Small problems on which every variant of the critics is put to the test, in both engines. */
public final class VariantCases {
  public static final int FEATURES = 5;
  public static final int ACTIONS = 2;
  private static final int ROWS = 12;

  private VariantCases() {}

  /**
   * Each variant with three critics of smooth layers, two of them drawn, one critic step a call.
   */
  public static Stream<SacConfig> all() {
    return Stream.of(
            new CriticVariant.Plain(),
            new CriticVariant.DroQ(0.2),
            new CriticVariant.HlGauss(-3, 4, 21, 0.75),
            new CriticVariant.DsacT(0.5, 0.1))
        .map(VariantCases::config);
  }

  private static SacConfig config(CriticVariant variant) {
    boolean norm = variant.outputs() < 3;
    Layers critic = new Layers(List.of(9, 6), Activation.TANH, norm);
    return SacConfig.defaults(0.9)
        .withActor(new Layers(List.of(8, 6), Activation.SILU, false))
        .withCritics(new SacConfig.Critics(3, 2, critic, 0.05, variant))
        .withBatch(new SacConfig.Batching(ROWS, 1))
        .withEntropy(new SacConfig.Entropy(0.2, 0.5, true, 1e-3, 20))
        .withOptimiser(new Optimiser(1e-2, 1e-2, 1e-2, 0, 0, 0));
  }

  /** Every number drawn from {@code seed}; one row in four has terminated. */
  public static Batch batch(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Batch batch = new Batch(rows, FEATURES, ACTIONS);
    for (float[] array :
        List.of(batch.observation, batch.action, batch.reward, batch.nextObservation)) {
      for (int i = 0; i < array.length; i++) {
        array[i] = (float) random.nextDouble(-1, 1);
      }
    }
    for (int row = 0; row < rows; row += 4) {
      batch.terminated[row] = 1;
    }
    return batch;
  }
}
