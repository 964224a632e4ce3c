package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Transition;
import java.util.SplittableRandom;

/** Sampling batches of 256 from 100,000 transitions of 17 features and 6 actions. */
public final class ReplayBench {
  private static final int TRANSITIONS = 100_000;
  private static final int FEATURES = 17;
  private static final int ACTIONS = 6;
  private static final int ROWS = 256;
  private static final int WARM_UP_BATCHES = 2_000;
  private static final int TIMED_BATCHES = 20_000;

  private ReplayBench() {}

  /**
   * Keys {@code bytes_per_frame} (of a stored transition), {@code samples_per_s} and {@code
   * bytes_per_batch} (allocated).
   */
  public static JsonObject run(long seed) {
    return run(seed, WARM_UP_BATCHES, TIMED_BATCHES);
  }

  static JsonObject run(long seed, int warmUpBatches, int batches) {
    PolicySpaces spaces = BenchSpaces.of(FEATURES, ACTIONS);
    UniformReplay replay = new UniformReplay(TRANSITIONS, spaces);
    for (int i = 0; i < TRANSITIONS; i++) {
      replay.offer(transition(i));
    }
    Batch batch = new Batch(ROWS, FEATURES, ACTIONS);
    SplittableRandom random = new SplittableRandom(seed);
    Samples samples =
        Samples.of(warmUpBatches, batches, () -> replay.sample(random, batch, 0, ROWS));
    return new JsonObject()
        .put("bytes_per_frame", (double) replay.bytes() / TRANSITIONS)
        .put("samples_per_s", ROWS / (samples.micros(0.5) * 1e-6))
        .put("bytes_per_batch", samples.bytesPerCall());
  }

  private static Transition transition(int step) {
    float[] action = new float[ACTIONS];
    return new Transition(
        0,
        step,
        step,
        new float[FEATURES],
        action,
        action,
        0,
        new float[FEATURES],
        false,
        false,
        Origin.POLICY,
        Verdict.PASSED,
        0);
  }
}
