package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After one update, a learner with weight decay differs from one without by the decay alone. */
class WeightDecayTest {
  private static final PolicySpaces SPACES = TestSpaces.of(5, 2);
  private static final double DECAY = 20;
  private static final double ACTOR_RATE = 1e-3;
  private static final double CRITIC_RATE = 2e-3;
  private static final double TAU = 0.1;
  private static final CriticVariant.HlGauss HISTOGRAM = new CriticVariant.HlGauss(-3, 4, 9, 0.75);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesItsShareOfTheCriticsWeightsAndOfNothingElse(boolean histogram) {
    assertDiffersByTheDecay(
        WeightDecayTest::jvm, CRITIC_RATE, histogram, Set.of("critics", "target"));
  }

  /** The actor looks at critics that have learnt already: these must not. */
  @Test
  void takesItsShareOfTheActorsWeightsAndOfNothingElse() {
    assertDiffersByTheDecay(WeightDecayTest::jvm, 1e-12, false, Set.of("actor", "temperature"));
  }

  @Test
  void doesSoOnTensorFlow() {
    assertDiffersByTheDecay(
        WeightDecayTest::tensorFlow, CRITIC_RATE, false, Set.of("critics", "target"));
    assertDiffersByTheDecay(
        WeightDecayTest::tensorFlow, 1e-12, false, Set.of("actor", "temperature"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, 50})
  void refusesADecayThatIsNegativeOrTakesAllInOneStep(double decay) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> new Optimiser(1e-2, 2e-2, 1e-2, 0, 0, decay));
    assertEquals(
        "learner: weightDecay must be in [0, 50.0), one over the rate, got " + decay,
        error.getMessage());
  }

  private static void assertDiffersByTheDecay(
      Function<SacConfig, Learner> engine,
      double criticRate,
      boolean histogram,
      Set<String> whose) {
    try (Learner plain = engine.apply(config(0, criticRate, histogram));
        Learner decaying = engine.apply(config(DECAY, criticRate, histogram))) {
      List<NamedArray> first = plain.export();
      plain.update(JvmLearnerTest.batch(plain.batchRows(), 1));
      decaying.update(JvmLearnerTest.batch(plain.batchRows(), 1));
      for (int i = 0; i < first.size(); i++) {
        String name = first.get(i).name();
        if (whose.stream().anyMatch(name::startsWith)) {
          float[] without = plain.export().get(i).values();
          assertLess(share(name), first.get(i), without, decaying.export().get(i).values());
        }
      }
    }
  }

  private static void assertLess(double share, NamedArray first, float[] without, float[] with) {
    for (int i = 0; i < with.length; i++) {
      assertEquals(without[i] - share * first.values()[i], with[i], 1e-6, first.name());
    }
  }

  /** Of the first weights: rate times decay, half of it in the first of two steps of warm-up. */
  private static double share(String name) {
    if (!name.endsWith(".weights") || name.contains("Moment")) {
      return 0;
    }
    double critics = CRITIC_RATE * DECAY / 2;
    if (name.startsWith("actor")) {
      return ACTOR_RATE * DECAY / 2;
    }
    return name.startsWith("target") ? TAU * critics : critics;
  }

  private static Learner jvm(SacConfig config) {
    return new JvmLearner(SPACES, config, JvmConfig.of(2), 3);
  }

  private static Learner tensorFlow(SacConfig config) {
    return new TensorFlowLearner(SPACES, config, new EngineConfig(Device.CPU, false, 1), 3);
  }

  private static SacConfig config(double decay, double criticRate, boolean histogram) {
    Layers layers = new Layers(List.of(9, 6), Activation.RELU, true);
    CriticVariant variant = histogram ? HISTOGRAM : new CriticVariant.Plain();
    return SacConfig.defaults(0.9)
        .withActor(layers)
        .withCritics(new SacConfig.Critics(2, 2, layers, TAU, variant))
        .withBatch(new SacConfig.Batching(12, 1))
        .withOptimiser(new Optimiser(ACTOR_RATE, criticRate, 1e-3, 2, 0.5, decay));
  }
}
