package dev.tandem.app.settings;

import java.util.List;

/**
 * The learner; what a task fixes, such as the discount, is the task's.
 *
 * @param algorithm {@code rlpd} (half of each batch demonstrations), {@code sac} or {@code stream}
 *     (no replay buffer; of what follows it takes {@code stream} and {@code safety} only)
 * @param engine {@code jvm} (plain Java, dense layers on a CPU), {@code tensorflow} (GPUs), or
 *     {@code auto}: TensorFlow where it sees a GPU, else plain Java
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param xla compile the update with XLA
 * @param threads of the engine; no more than the machine has processors are used
 * @param hidden units of each hidden layer of actor and critics, one number a layer
 * @param activation after each hidden layer: {@code relu}, {@code leaky_relu}, {@code tanh} or
 *     {@code silu}
 * @param batchSize transitions per critic update
 * @param updatesPerStep critic updates per environment step (UTD), enforced
 * @param startSteps environment steps before the first update
 * @param replayCapacity of the policy's own transitions that are learnt from, the newest; with
 *     {@code rlpd} demonstrations and corrections are all kept beside them
 * @param averagedActors actors, one after every environment step, over which the one that drives is
 *     a running mean; 1 for the newest alone
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
    int replayCapacity,
    int averagedActors,
    CriticSettings critics,
    OptimiserSettings optimiser,
    EntropySettings entropy,
    StreamSettings stream,
    SafetySettings safety) {
  private static final String STREAM = "stream";

  public static final int MOST_LAYERS = 8;
  public static final int MOST_UNITS = 8192;

  private static final List<String> ENGINES = List.of("auto", "jvm", "tensorflow");
  private static final List<String> PLAIN_ENGINES = List.of("auto", "jvm");
  private static final List<String> DEVICES = List.of("auto", "cpu", "gpu");
  private static final List<String> PLAIN_DEVICES = List.of("auto", "cpu");
  private static final int MOST_ROWS = 65_536;
  private static final int MOST_UPDATES = 256;
  private static final int MOST_THREADS = 256;
  private static final int MOST_TRANSITIONS = 1_000_000;
  private static final int MOST_ACTORS = 1_000_000;

  public LearnerSettings {
    hidden = List.copyOf(hidden);
    Check.oneOf("learner.algorithm", algorithm, List.of("rlpd", "sac", STREAM));
    boolean streams = algorithm.equals(STREAM);
    String with = streams ? ", with learner.algorithm stream" : "";
    Check.oneOf("learner.engine" + with, engine, streams ? PLAIN_ENGINES : ENGINES);
    Check.oneOf("learner.device" + with, device, streams ? PLAIN_DEVICES : DEVICES);
    Check.that(!(streams && xla), "learner.xla" + with, "false", xla);
    Check.within("learner.threads", threads, 1, MOST_THREADS);
    Check.layers("learner.hidden", hidden);
    Check.oneOf("learner.activation", activation, List.of("relu", "leaky_relu", "tanh", "silu"));
    Check.within("learner.batch_size", batchSize, 2, MOST_ROWS);
    Check.within("learner.updates_per_step", updatesPerStep, 1, MOST_UPDATES);
    Check.atLeast("learner.start_steps", startSteps, 0);
    Check.within("learner.replay_capacity", replayCapacity, 1, MOST_TRANSITIONS);
    Check.within("learner.averaged_actors", averagedActors, 1, MOST_ACTORS);
    LearnerSize.check(hidden, batchSize, updatesPerStep, critics);
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
        MOST_TRANSITIONS,
        1,
        new CriticSettings(2, 2, true, 0.005),
        new OptimiserSettings(3e-4, 0, 0, 0),
        new EntropySettings(0.01, 0.5, false),
        StreamSettings.defaults(),
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
        MOST_TRANSITIONS,
        1,
        new CriticSettings(2, 2, false, 0.005),
        new OptimiserSettings(1e-3, 0, 0, 0),
        new EntropySettings(1, 1, true),
        StreamSettings.defaults(),
        SafetySettings.none());
  }

  /** Whether it learns from each transition once and keeps none. */
  public boolean streams() {
    return algorithm.equals(STREAM);
  }

  /** Refuses what a learner that learns from its own decisions only could not learn from. */
  void requireTaughtBy(int demonstrations, boolean corrections) {
    String why = " with learner.algorithm stream, which learns from its own decisions only";
    Check.that(!streams() || demonstrations == 0, "demos.episodes", "0" + why, demonstrations);
    Check.that(!streams() || !corrections, "person.corrects", "false" + why, corrections);
  }

  /** The same on other threads. */
  LearnerSettings withThreads(int threads) {
    return with(algorithm, threads);
  }

  /** The same, streaming. */
  LearnerSettings streaming() {
    return with(STREAM, threads);
  }

  private LearnerSettings with(String algorithm, int threads) {
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
        replayCapacity,
        averagedActors,
        critics,
        optimiser,
        entropy,
        stream,
        safety);
  }
}
