package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import java.util.Arrays;
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
  private static final Effort FULL = new Effort(3, 60, 25, 5);

  /**
   * How much is measured.
   *
   * @param rounds medians are over these
   * @param calls2 timed calls a round with 2 critics
   * @param calls10 timed calls a round with 10 critics
   * @param callsUtd20 timed calls at UTD 20, once
   */
  record Effort(int rounds, int calls2, int calls10, int callsUtd20) {}

  private LearnerBench() {}

  /**
   * Keys {@code critics2_utd1_ms, critics10_utd1_ms, critics10_utd20_ms}, and with PyTorch {@code
   * torch_critics2_utd1_ms, torch_critics10_utd1_ms}, the ratios, and which PyTorch of which Python
   * it is; without it {@code torch} says why not.
   */
  public static JsonObject run(EngineConfig engine, long seed) {
    return run(engine, seed, TorchPeer.find(engine.threads()), FULL);
  }

  static JsonObject run(EngineConfig engine, long seed, TorchPeer torch, Effort effort) {
    double[] two = new double[effort.rounds()];
    double[] ten = new double[effort.rounds()];
    double[] torchTwo = new double[effort.rounds()];
    double[] torchTen = new double[effort.rounds()];
    for (int round = 0; round < effort.rounds(); round++) {
      two[round] = best(engine, seed, 2, effort.calls2());
      torchTwo[round] = torch.millis(2, effort.calls2());
      ten[round] = best(engine, seed, 10, effort.calls10());
      torchTen[round] = torch.millis(10, effort.calls10());
    }
    JsonObject json =
        new JsonObject()
            .put("threads", engine.threads())
            .put("critics2_utd1_ms", median(two))
            .put("critics10_utd1_ms", median(ten))
            .put("critics10_utd20_ms", millis(engine, seed, 10, 20, effort.callsUtd20()));
    torch.describe(json);
    return torch.isThere() ? json.putAll(beside(two, ten, torchTwo, torchTen)) : json;
  }

  private static JsonObject beside(
      double[] two, double[] ten, double[] torchTwo, double[] torchTen) {
    return new JsonObject()
        .put("torch_critics2_utd1_ms", median(torchTwo))
        .put("torch_critics10_utd1_ms", median(torchTen))
        .put("ratio_critics2", median(torchTwo) / median(two))
        .put("ratio_critics10", median(torchTen) / median(ten));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
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
    Batch batch = batch(ROWS * utd, FEATURES, ACTIONS, seed);
    try (TensorFlowLearner learner = new TensorFlowLearner(spaces, config, engine, seed)) {
      return Samples.of(calls / 4 + 2, calls, () -> learner.update(batch)).medianMillis();
    }
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
