package dev.tandem.app.settings;

import java.util.List;

/**
 * The learner; what a task fixes, such as the discount, is the task's.
 *
 * @param algorithm {@code rlpd} (half of each batch demonstrations) or {@code sac}
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param xla compile the update with XLA
 * @param threads of the engine
 * @param hidden units of each hidden layer
 * @param critics in the ensemble
 * @param targetCritics drawn from it for each target
 * @param layerNorm on the critics
 * @param batchSize transitions per critic update
 * @param updatesPerStep critic updates per environment step (UTD), enforced
 * @param startSteps environment steps before the first update
 * @param learningRate of critics, actor and temperature
 * @param initialTemperature of the entropy term
 * @param backupEntropy whether the target includes the entropy term
 */
public record LearnerSettings(
    String algorithm,
    String device,
    boolean xla,
    int threads,
    List<Integer> hidden,
    int critics,
    int targetCritics,
    boolean layerNorm,
    int batchSize,
    int updatesPerStep,
    int startSteps,
    double learningRate,
    double initialTemperature,
    boolean backupEntropy) {
  public LearnerSettings {
    hidden = List.copyOf(hidden);
    Check.oneOf("learner.algorithm", algorithm, List.of("rlpd", "sac"));
    Check.oneOf("learner.device", device, List.of("auto", "cpu", "gpu"));
    hidden.forEach(units -> Check.atLeast("learner.hidden", units, 1));
    Check.atLeast("learner.threads", threads, 1);
    Check.atLeast("learner.critics", critics, 1);
    Check.atLeast("learner.target_critics", targetCritics, 1);
    Check.atLeast("learner.batch_size", batchSize, 2);
    Check.atLeast("learner.updates_per_step", updatesPerStep, 1);
    Check.atLeast("learner.start_steps", startSteps, 0);
    Check.above("learner.learning_rate", learningRate, 0);
    Check.above("learner.initial_temperature", initialTemperature, 0);
  }

  public static LearnerSettings defaults() {
    return new LearnerSettings(
        "rlpd", "auto", false, 2, List.of(128, 128), 2, 2, true, 256, 8, 0, 3e-4, 0.01, false);
  }

  /** The same on other threads. */
  LearnerSettings withThreads(int threads) {
    return new LearnerSettings(
        algorithm,
        device,
        xla,
        threads,
        hidden,
        critics,
        targetCritics,
        layerNorm,
        batchSize,
        updatesPerStep,
        startSteps,
        learningRate,
        initialTemperature,
        backupEntropy);
  }
}
