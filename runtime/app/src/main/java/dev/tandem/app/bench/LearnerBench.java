package dev.tandem.app.bench;

import dev.tandem.app.assembly.TickLibraries;
import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.jvm.JvmConfig;
import dev.tandem.policies.jvm.JvmLearner;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Milliseconds of one call of the learner: 17 features, 6 actions, 256x256, batch 256; both
 * engines, PyTorch with the same shapes where it is installed, and the floor that the processor
 * sets. All take turns, so that all see the machine's good and bad moments.
 */
public final class LearnerBench {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final Effort FULL = new Effort(5, 60, 25, 3);

  /** Of a warm-up that do not allocate, in a row; and the most that it waits for them. */
  private static final int QUIET_UPDATES = 5;

  private static final int MOST_UPDATES = 400;

  /**
   * How much is measured.
   *
   * @param rounds medians are over these
   * @param calls2 timed calls a round with 2 critics
   * @param calls10 timed calls a round with 10 critics
   * @param callsUtd20 timed calls a round at UTD 20
   */
  record Effort(int rounds, int calls2, int calls10, int callsUtd20) {}

  private final EngineConfig engine;
  private final long seed;
  private final TorchPeers torch;
  private final Effort effort;
  private final Consumer<String> tell;
  private final Clock clock = new SystemClock();
  private final Medians medians = new Medians();
  private double mostBytes;

  private LearnerBench(
      EngineConfig engine, long seed, TorchPeers torch, Effort effort, Consumer<String> tell) {
    this.engine = engine;
    this.seed = seed;
    this.torch = torch;
    this.effort = effort;
    this.tell = tell;
  }

  /**
   * Keys {@code jvm_critics2_utd1_ms, tensorflow_..., torch_..., floor_critics2_ms} and others; a
   * key without an engine is that of the engine which {@code auto} takes. {@code layernorm} is on
   * the critics; keys without have none, but for {@code droq}, which always has. {@code
   * floor_critics2_ms} is that of one thread, {@code floor_critics2_threads_ms} that of all at
   * once. {@code jvm_bytes_per_update} is the most of all measurements, what the learner's threads
   * allocated once all was compiled; {@code jvm_tiling} is what the engine has chosen, {@code
   * tile_..._gflops} what from. Without PyTorch {@code torch} says why.
   *
   * @param libtorch to measure as well, keys {@code libtorch_..._ms}
   * @param tell hears, a line each, what was measured last
   */
  public static JsonObject run(
      EngineConfig engine, long seed, Optional<LibtorchPeer> libtorch, Consumer<String> tell)
      throws InterruptedException {
    TickLibraries.prepare(); // or a late compilation makes a text within an update: 48 bytes
    TorchPeers torch = new TorchPeers(TorchPeer.find(engine.threads()), libtorch);
    return run(engine, seed, torch, FULL, tell);
  }

  static JsonObject run(
      EngineConfig engine, long seed, TorchPeers torch, Effort effort, Consumer<String> tell)
      throws InterruptedException {
    return new LearnerBench(engine, seed, torch, effort, tell).run();
  }

  private JsonObject run() throws InterruptedException {
    for (int round = 1; round <= effort.rounds(); round++) {
      MachineRates.add(medians, clock, engine.threads());
      peers(round, "critics2_utd1", LearnerLoad.config(2, false, 1), effort.calls2());
      peers(round, "critics2_utd1_layernorm", LearnerLoad.config(2, true, 1), effort.calls2());
      peers(round, "critics10_utd1", LearnerLoad.config(10, false, 1), effort.calls10());
      peers(
          round,
          "critics10_utd20",
          LearnerLoad.config(10, false, LearnerLoad.UTD),
          effort.callsUtd20());
      peers(round, "droq_utd20", LearnerLoad.droq(), effort.callsUtd20());
      variant("hl_gauss", LearnerLoad.histogram());
      variant("dsac_t", LearnerLoad.distribution());
    }
    return result();
  }

  /** What critics of another kind take beside plain ones. */
  private void variant(String name, SacConfig config) {
    medians.add(
        "jvm_critics2_utd1_" + name + "_ms", jvm(config, engine.threads(), effort.calls2()));
  }

  private void peers(int round, String shape, SacConfig config, int calls) {
    double alone = jvm(config, 1, calls);
    double shared = engine.threads() == 1 ? alone : jvm(config, engine.threads(), calls);
    double tensorFlow = bestTensorFlow(config, calls);
    String peers = torch.measure(medians, shape, config, calls);
    medians.add("jvm_" + shape + "_threads1_ms", alone);
    medians.add("jvm_" + shape + "_ms", shared);
    medians.add("tensorflow_" + shape + "_ms", tensorFlow);
    tell.accept(
        String.format(
            Locale.ROOT,
            "round %d of %d, %s: jvm %.2f ms, tensorflow %.2f ms%s",
            round,
            effort.rounds(),
            shape,
            shared,
            tensorFlow,
            peers));
  }

  private JsonObject result() {
    medians.same("critics2_utd1_ms", "jvm_critics2_utd1_ms");
    medians.same("critics10_utd1_ms", "jvm_critics10_utd1_ms");
    medians.same("critics10_utd20_ms", "jvm_critics10_utd20_ms");
    medians.ratio("ratio_to_floor_threads1", "jvm_critics2_utd1_threads1_ms", "floor_critics2_ms");
    medians.ratio("ratio_to_floor", "jvm_critics2_utd1_ms", "floor_critics2_threads_ms");
    medians.ratio("ratio_hl_gauss", "jvm_critics2_utd1_hl_gauss_ms", "jvm_critics2_utd1_ms");
    medians.ratio("ratio_dsac_t", "jvm_critics2_utd1_dsac_t_ms", "jvm_critics2_utd1_ms");
    ratios("", "critics2_utd1_ms");
    ratios("_layernorm", "critics2_utd1_layernorm_ms");
    ratios("_critics10", "critics10_utd1_ms");
    ratios("_critics10_utd20", "critics10_utd20_ms");
    ratios("_droq_utd20", "droq_utd20_ms");
    JsonObject json = medians.putInto(new JsonObject().put("threads", engine.threads()));
    json.put("jvm_bytes_per_update", mostBytes).put("jvm_tiling", Tiling.chosen().toString());
    if (Arithmetic.fastest() != Arithmetic.VECTOR) {
      json.put("floor", "expected the module jdk.incubator.vector, found none: start ./tandem");
    }
    json.put("critic_updates_per_s", updatesPerSecond("jvm_critics10_utd20_ms"));
    json.put("droq_critic_updates_per_s", updatesPerSecond("jvm_droq_utd20_ms"));
    torch.describe(json);
    return json;
  }

  /** How many times as long as plain Java the others take. */
  private void ratios(String of, String shape) {
    medians.ratio("ratio_tensorflow" + of, "tensorflow_" + shape, "jvm_" + shape);
    torch.ratios(medians, of, shape);
  }

  private double updatesPerSecond(String key) {
    return MILLIS_PER_SECOND * LearnerLoad.UTD / medians.of(key);
  }

  /** With one thread or with all, whichever is faster, as for PyTorch. */
  private double bestTensorFlow(SacConfig config, int calls) {
    double all = tensorFlow(config, calls);
    EngineConfig single = new EngineConfig(engine.device(), engine.xla(), 1);
    return engine.threads() == 1
        ? all
        : Math.min(
            all, millis(new TensorFlowLearner(LearnerLoad.spaces(), config, single, seed), calls));
  }

  private double tensorFlow(SacConfig config, int calls) {
    return millis(new TensorFlowLearner(LearnerLoad.spaces(), config, engine, seed), calls);
  }

  private double jvm(SacConfig config, int threads, int calls) {
    JvmConfig shape = JvmConfig.of(threads);
    try (Learner learner = new JvmLearner(LearnerLoad.spaces(), config, shape, seed)) {
      Batch batch = LearnerLoad.batch(learner.batchRows(), seed);
      Runnable update = () -> learner.update(batch);
      LearnerThreads bytes = LearnerThreads.now();
      Samples.awaitNoBytes(update, bytes, QUIET_UPDATES, MOST_UPDATES);
      Samples samples = Samples.of(calls / 2 + 2, calls, update, bytes);
      mostBytes = Math.max(mostBytes, samples.bytesPerCall());
      return samples.medianMillis();
    }
  }

  private double millis(Learner learner, int calls) {
    try (learner) {
      Batch batch = LearnerLoad.batch(learner.batchRows(), seed);
      return Samples.of(calls / 2 + 2, calls, () -> learner.update(batch)).medianMillis();
    }
  }
}
