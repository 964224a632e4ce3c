package dev.tandem.app.settings;

import java.util.List;

/**
 * The learner; what a task fixes, such as the discount, is the task's.
 *
 * @param algorithm {@code rlpd} (half of each batch demonstrations) or {@code sac}
 * @param engine {@code jvm} (plain Java, dense layers on a CPU), {@code tensorflow} (GPUs), or
 *     {@code auto} for whichever is fit
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param xla compile the update with XLA
 * @param threads of the engine
 * @param hidden units of each hidden layer of actor and critics, one number a layer
 * @param activation after each hidden layer: {@code relu}, {@code tanh} or {@code silu}
 * @param batchSize transitions per critic update
 * @param updatesPerStep critic updates per environment step (UTD), enforced
 * @param startSteps environment steps before the first update
 */
public record LearnerSettings(
    String algorithm,
    String engine,
    String device,
    boolean xla,
    int threads,
    List<Integer> hidden,
    String activation,
    int batchSize,
    int updatesPerStep,
    int startSteps,
    CriticSettings critics,
    OptimiserSettings optimiser,
    EntropySettings entropy,
    SafetySettings safety) {
  public static final int MOST_LAYERS = 8;
  public static final int MOST_UNITS = 8192;

  /** Six arrays of so many stand in one that Java can number. */
  private static final long MOST_VALUES = 300_000_000;

  private static final int MOST_ROWS = 65_536;
  private static final int MOST_UPDATES = 256;
  private static final int MOST_THREADS = 256;

  public LearnerSettings {
    hidden = List.copyOf(hidden);
    Check.oneOf("learner.algorithm", algorithm, List.of("rlpd", "sac"));
    Check.oneOf("learner.engine", engine, List.of("auto", "jvm", "tensorflow"));
    Check.oneOf("learner.device", device, List.of("auto", "cpu", "gpu"));
    Check.within("learner.threads", threads, 1, MOST_THREADS);
    Check.size("learner.hidden", hidden, 1, MOST_LAYERS);
    hidden.forEach(units -> Check.within("learner.hidden", units, 1, MOST_UNITS));
    Check.oneOf("learner.activation", activation, List.of("relu", "tanh", "silu"));
    Check.within("learner.batch_size", batchSize, 2, MOST_ROWS);
    Check.within("learner.updates_per_step", updatesPerStep, 1, MOST_UPDATES);
    Check.atLeast("learner.start_steps", startSteps, 0);
    Check.atMost(
        "learner.hidden, weights and activations of the actor and "
            + critics.count()
            + " critics with batches of "
            + batchSize,
        values(hidden, batchSize) * (critics.count() + 1),
        MOST_VALUES);
  }

  /** Weights between the hidden layers of one network, and what they put out for a batch. */
  private static long values(List<Integer> hidden, int batchSize) {
    long values = (long) hidden.get(0) * batchSize;
    for (int i = 1; i < hidden.size(); i++) {
      values += (long) hidden.get(i) * (hidden.get(i - 1) + batchSize);
    }
    return values;
  }

  public static LearnerSettings defaults() {
    return new LearnerSettings(
        "rlpd",
        "auto",
        "auto",
        false,
        2,
        List.of(128, 128),
        "relu",
        256,
        8,
        0,
        new CriticSettings(2, 2, true, 0.005),
        new OptimiserSettings(3e-4, 0, 0, 0),
        new EntropySettings(0.01, 0.5, false),
        SafetySettings.none());
  }

  /** Plain SAC for a small problem with a dense reward. */
  static LearnerSettings pendulum() {
    return new LearnerSettings(
        "sac",
        "auto",
        "cpu",
        false,
        1,
        List.of(64, 64),
        "relu",
        100,
        1,
        200,
        new CriticSettings(2, 2, false, 0.005),
        new OptimiserSettings(1e-3, 0, 0, 0),
        new EntropySettings(1, 1, true),
        SafetySettings.none());
  }

  /** The same on other threads. */
  LearnerSettings withThreads(int threads) {
    return new LearnerSettings(
        algorithm,
        engine,
        device,
        xla,
        threads,
        hidden,
        activation,
        batchSize,
        updatesPerStep,
        startSteps,
        critics,
        optimiser,
        entropy,
        safety);
  }
}
