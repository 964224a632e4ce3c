package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Milliseconds of one call of the learner: 17 features, 6 actions, 256x256 with LayerNorm on the
 * critics, batch 256; beside PyTorch with the same shapes in the same run, where it is installed.
 * The two take turns, so that both see the machine's good and bad moments.
 */
public final class LearnerBench {
  private static final int FEATURES = 17;
  private static final int ACTIONS = 6;
  private static final int ROWS = 256;
  private static final int ROUNDS = 3;

  private LearnerBench() {}

  /**
   * Keys {@code critics2_utd1_ms, critics10_utd1_ms, critics10_utd20_ms}, and with PyTorch {@code
   * torch_critics2_utd1_ms, torch_critics10_utd1_ms} and the ratios.
   */
  public static JsonObject run(EngineConfig engine, long seed) {
    double[] two = new double[ROUNDS];
    double[] ten = new double[ROUNDS];
    double[] torchTwo = new double[ROUNDS];
    double[] torchTen = new double[ROUNDS];
    TorchPeer torch = TorchPeer.find(engine.threads());
    for (int round = 0; round < ROUNDS; round++) {
      two[round] = best(engine, seed, 2, 60);
      torchTwo[round] = torch.millis(2, 60);
      ten[round] = best(engine, seed, 10, 25);
      torchTen[round] = torch.millis(10, 25);
    }
    JsonObject json =
        new JsonObject()
            .put("threads", engine.threads())
            .put("critics2_utd1_ms", median(two))
            .put("critics10_utd1_ms", median(ten))
            .put("critics10_utd20_ms", millis(engine, seed, 10, 20, 5));
    return torch.isThere()
        ? json.put("torch_blas", torch.blas())
            .put("torch_critics2_utd1_ms", median(torchTwo))
            .put("torch_critics10_utd1_ms", median(torchTen))
            .put("ratio_critics2", median(torchTwo) / median(two))
            .put("ratio_critics10", median(torchTen) / median(ten))
        : json;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** With one thread or with all, whichever is faster, as for PyTorch. */
  private static double best(EngineConfig engine, long seed, int critics, int calls) {
    EngineConfig single = new EngineConfig(engine.device(), engine.xla(), 1);
    double one = millis(single, seed, critics, 1, calls);
    return engine.threads() == 1 ? one : Math.min(one, millis(engine, seed, critics, 1, calls));
  }

  private static double millis(EngineConfig engine, long seed, int critics, int utd, int calls) {
    SacConfig config =
        SacConfig.defaults(0.99)
            .withHidden(List.of(256, 256))
            .withCritics(critics, 2)
            .withBatch(new SacConfig.Batching(ROWS, utd));
    PolicySpaces spaces = BenchSpaces.of(FEATURES, ACTIONS);
    Batch batch = batch(ROWS * utd, seed);
    try (TensorFlowLearner learner = new TensorFlowLearner(spaces, config, engine, seed)) {
      return Samples.of(calls / 4 + 2, calls, () -> learner.update(batch)).medianMillis();
    }
  }

  private static Batch batch(int rows, long seed) {
    Batch batch = new Batch(rows, FEATURES, ACTIONS);
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
