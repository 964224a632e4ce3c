package dev.tandem.app.assembly;

import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.policies.imitation.BehaviourCloning;
import dev.tandem.policies.imitation.CloningConfig;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowCloner;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.Locale;

/** Makes learners of settings. */
public final class Learners {
  private Learners() {}

  public static Learner create(LearnerSettings settings, Task task, long seed) {
    return new TensorFlowLearner(
        PolicySpaces.of(task), config(settings, task.discount()), engine(settings), seed);
  }

  /** Behaviour cloning of demonstrations, with the learner's actor, batch size and engine. */
  public static Policy cloned(
      LearnerSettings settings, Task task, List<Transition> shown, long seed) {
    PolicySpaces spaces = PolicySpaces.of(task);
    SacConfig config = config(settings, task.discount());
    try (TensorFlowCloner cloner = new TensorFlowCloner(spaces, config, engine(settings), seed)) {
      return new BehaviourCloning(spaces, CloningConfig.defaults(), seed)
          .train(shown, cloner)
          .policy();
    }
  }

  /** The engine that the settings ask for. */
  public static EngineConfig engine(LearnerSettings settings) {
    Device device = Device.valueOf(settings.device().toUpperCase(Locale.ROOT));
    return new EngineConfig(device, settings.xla(), settings.threads());
  }

  /** The algorithm's settings in the learner's own words. */
  public static SacConfig config(LearnerSettings settings, double discount) {
    SacConfig base = SacConfig.defaults(discount).withHidden(settings.hidden());
    SacConfig.Critics critics = base.critics();
    SacConfig.Layers layers =
        new SacConfig.Layers(
            settings.hidden(), critics.layers().activation(), settings.layerNorm());
    double rate = settings.learningRate();
    return base.withCritics(
            new SacConfig.Critics(
                settings.critics(), settings.targetCritics(), layers, critics.tau()))
        .withBatch(new SacConfig.Batching(settings.batchSize(), settings.updatesPerStep()))
        .withEntropy(
            new SacConfig.Entropy(
                settings.initialTemperature(), 0.5, settings.backupEntropy(), 1e-5, 5))
        .withOptimiser(new SacConfig.Optimiser(rate, rate, rate, 0, 0));
  }
}
