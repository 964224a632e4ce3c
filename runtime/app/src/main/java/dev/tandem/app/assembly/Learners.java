package dev.tandem.app.assembly;

import dev.tandem.app.settings.CriticSettings;
import dev.tandem.app.settings.EntropySettings;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.OptimiserSettings;
import dev.tandem.app.settings.StreamSettings;
import dev.tandem.policies.imitation.BehaviourCloning;
import dev.tandem.policies.imitation.Cloner;
import dev.tandem.policies.imitation.CloningConfig;
import dev.tandem.policies.jvm.JvmCloner;
import dev.tandem.policies.jvm.JvmConfig;
import dev.tandem.policies.jvm.JvmLearner;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.UpdateCost;
import dev.tandem.policies.stream.StreamConfig;
import dev.tandem.policies.stream.StreamLearner;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowCloner;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.Locale;

/** Makes learners of settings. */
public final class Learners {
  private Learners() {}

  /** One that learns from batches. */
  public static Learner create(LearnerSettings settings, Task task, long seed) {
    if (settings.streams()) {
      throw new IllegalArgumentException(
          "learner.algorithm: expected rlpd or sac here, found stream");
    }
    PolicySpaces spaces = PolicySpaces.of(task);
    SacConfig config = config(settings, task);
    return switch (Engine.of(settings).kind()) {
      case JVM -> new JvmLearner(spaces, config, JvmConfig.of(threads(settings)), seed);
      case TENSORFLOW -> new TensorFlowLearner(spaces, config, tensorFlow(settings), seed);
    };
  }

  /** Throws for one that has more numbers than can be held; takes no memory to find out. */
  public static void requireRoom(LearnerSettings settings, Task task) {
    requireRoom(settings, task, Runtime.getRuntime().maxMemory());
  }

  /** The same where Java may take {@code heapBytes}. */
  static void requireRoom(LearnerSettings settings, Task task, long heapBytes) {
    if (settings.streams()) {
      settings.stream().requireRoom(PolicySpaces.of(task).features());
      return;
    }
    LearnerRoom room = room(settings, task);
    if (!room.fits(heapBytes) && Engine.of(settings).kind() == Engine.Kind.JVM) {
      throw room.refusal(heapBytes);
    }
  }

  /** What plain Java takes to learn from batches; throws when no array would hold it. */
  public static LearnerRoom room(LearnerSettings settings, Task task) {
    SacConfig config = config(settings, task);
    PolicySpaces spaces = PolicySpaces.of(task);
    int threads = threads(settings);
    return new LearnerRoom(
        JvmLearner.bytes(spaces, config, JvmConfig.of(threads)),
        UpdateCost.operations(config, spaces.features(), spaces.actions()),
        config.batch().updatesPerStep(),
        threads);
  }

  /** Stream AC(lambda), whatever the settings' algorithm is. */
  public static StreamLearner streaming(LearnerSettings settings, Task task, long seed) {
    StreamSettings stream = settings.stream();
    StreamConfig config =
        StreamConfig.defaults(task.discount())
            .withHidden(stream.hidden())
            .withLambda(stream.lambda())
            .withEntropy(stream.entropy());
    return new StreamLearner(PolicySpaces.of(task), config, seed);
  }

  /** As many as the settings say, but no more than there are processors. */
  public static int threads(LearnerSettings settings) {
    return Math.min(settings.threads(), Runtime.getRuntime().availableProcessors());
  }

  /** Behaviour cloning of demonstrations, with the learner's actor, batch size and engine. */
  public static Policy cloned(
      LearnerSettings settings, Task task, List<Transition> shown, long seed) {
    PolicySpaces spaces = PolicySpaces.of(task);
    SacConfig config = config(settings, task);
    try (Cloner cloner = cloner(settings, spaces, config, seed)) {
      return new BehaviourCloning(spaces, CloningConfig.defaults(), seed)
          .train(shown, cloner)
          .policy();
    }
  }

  private static Cloner cloner(
      LearnerSettings settings, PolicySpaces spaces, SacConfig config, long seed) {
    return switch (Engine.of(settings).kind()) {
      case JVM -> new JvmCloner(spaces, config, JvmConfig.of(threads(settings)), seed);
      case TENSORFLOW -> new TensorFlowCloner(spaces, config, tensorFlow(settings), seed);
    };
  }

  /** How TensorFlow shall run, if it does. */
  public static EngineConfig tensorFlow(LearnerSettings settings) {
    Device device = Device.valueOf(settings.device().toUpperCase(Locale.ROOT));
    return new EngineConfig(device, settings.xla(), threads(settings));
  }

  /** The algorithm's settings in the learner's own words; throws for what {@code task} lacks. */
  public static SacConfig config(LearnerSettings settings, Task task) {
    return config(settings, task.discount(), task.returnRange());
  }

  static SacConfig config(LearnerSettings settings, double discount, ReturnRange returns) {
    Activation activation = Activation.valueOf(settings.activation().toUpperCase(Locale.ROOT));
    Layers actor = new Layers(settings.hidden(), activation, false);
    return SacConfig.defaults(discount)
        .withActor(actor)
        .withCritics(critics(settings.critics(), actor, returns))
        .withBatch(new SacConfig.Batching(settings.batchSize(), settings.updatesPerStep()))
        .withEntropy(entropy(settings.entropy()))
        .withOptimiser(optimiser(settings.optimiser()));
  }

  private static SacConfig.Critics critics(
      CriticSettings critics, Layers actor, ReturnRange returns) {
    Layers layers = new Layers(actor.hidden(), actor.activation(), critics.layerNorm());
    return new SacConfig.Critics(
        critics.count(),
        critics.targetSubsample(),
        layers,
        critics.tau(),
        CriticVariants.of(critics, returns));
  }

  /** The standard deviation's range stays as in HIL-SERL. */
  private static SacConfig.Entropy entropy(EntropySettings entropy) {
    SacConfig.Entropy standard = SacConfig.defaults(0.5).entropy();
    return new SacConfig.Entropy(
        entropy.initialTemperature(),
        entropy.targetScale(),
        entropy.backup(),
        standard.minStd(),
        standard.maxStd());
  }

  private static Optimiser optimiser(OptimiserSettings optimiser) {
    double rate = optimiser.learningRate();
    return new Optimiser(
        rate,
        rate,
        rate,
        optimiser.warmupSteps(),
        optimiser.gradientClip(),
        optimiser.weightDecay());
  }
}
