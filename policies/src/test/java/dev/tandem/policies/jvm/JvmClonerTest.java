package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.imitation.BehaviourCloning;
import dev.tandem.policies.imitation.Cloner;
import dev.tandem.policies.imitation.CloningConfig;
import dev.tandem.policies.imitation.CloningResult;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowCloner;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JvmClonerTest {
  private static final PolicySpaces SPACES = TestSpaces.of(1, 1);
  private static final SacConfig CONFIG =
      SacConfig.defaults(0.97)
          .withHidden(List.of(32, 32))
          .withBatch(new SacConfig.Batching(32, 1))
          .withOptimiser(new Optimiser(3e-3, 3e-4, 3e-4, 0, 0, 0));

  @Test
  void repeatsWhatItWasShownInPlacesItHasNotSeen() {
    CloningResult result = cloned(JvmConfig.of(1), new CloningConfig(200, 40, 0.2));
    assertTrue(result.validationError() < 1e-3, "validation error " + result.validationError());
  }

  @ParameterizedTest
  @EnumSource(Arithmetic.class)
  void endsInTheSameBitsHoweverItIsComputed(Arithmetic arithmetic) {
    CloningConfig config = new CloningConfig(5, 5, 0.2);
    assertArrayEquals(
        cloned(JvmConfig.of(1), config).policy().weights(),
        cloned(new JvmConfig(3, arithmetic), config).policy().weights());
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void comesToTheSameAsTensorFlow(Activation activation) {
    PolicySpaces spaces = TestSpaces.of(5, 2);
    SacConfig config =
        CONFIG
            .withActor(new Layers(List.of(40, 24), activation, true))
            .withOptimiser(new Optimiser(3e-3, 3e-4, 3e-4, 5, 0.3, 3));
    EngineConfig tensorFlow = new EngineConfig(Device.CPU, false, 1);
    try (Cloner ours = new JvmCloner(spaces, config, JvmConfig.of(2), 3);
        Cloner theirs = new TensorFlowCloner(spaces, config, tensorFlow, 3)) {
      Batch many = batch(75, 99);
      for (int call = 0; call < 20; call++) {
        Batch batch = batch(32, call);
        assertEquals(theirs.learn(batch), ours.learn(batch), 1e-5);
        assertEquals(theirs.error(many), ours.error(many), 1e-5);
      }
      assertArrayEquals(theirs.snapshot().weights(), ours.snapshot().weights(), 1e-4f);
      assertEquals(20, ours.snapshot().version());
    }
  }

  @Test
  void refusesABatchOfOtherRows() {
    try (Cloner cloner = new JvmCloner(SPACES, CONFIG, JvmConfig.of(1), 1)) {
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> cloner.learn(new Batch(31, 1, 1)));
      assertEquals("batch: expected 32 rows, found 31", error.getMessage());
    }
  }

  private static Batch batch(int rows, long seed) {
    return JvmLearnerTest.batch(rows, seed);
  }

  private static CloningResult cloned(JvmConfig engine, CloningConfig config) {
    try (Cloner cloner = new JvmCloner(SPACES, CONFIG, engine, 3)) {
      return new BehaviourCloning(SPACES, config, 3).train(demos(), cloner);
    }
  }

  private static List<Transition> demos() {
    SplittableRandom random = new SplittableRandom(9);
    List<Transition> demos = new ArrayList<>();
    for (int episode = 0; episode < 10; episode++) {
      for (int step = 0; step < 30; step++) {
        double where = random.nextDouble(-1, 1);
        float shown = (float) (1 + 2 * Math.sin(2 * where));
        demos.add(TestSpaces.transition(episode, step, (float) where, shown));
      }
    }
    return demos;
  }
}
