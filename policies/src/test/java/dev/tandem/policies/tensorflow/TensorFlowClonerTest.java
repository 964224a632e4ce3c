package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.imitation.BehaviourCloning;
import dev.tandem.policies.imitation.CloningConfig;
import dev.tandem.policies.imitation.CloningResult;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TensorFlowClonerTest {
  private static final PolicySpaces SPACES = TestSpaces.of(1, 1);
  private static final SacConfig CONFIG =
      SacConfig.defaults(0.97)
          .withHidden(List.of(32, 32))
          .withBatch(new SacConfig.Batching(32, 1))
          .withOptimiser(new Optimiser(3e-3, 3e-4, 3e-4, 0, 0, 0));

  @Test
  void repeatsWhatItWasShownInPlacesItHasNotSeen() {
    CloningResult result = cloned(1, new CloningConfig(200, 40, 0.2));
    assertTrue(result.validationError() < 1e-3, "validation error " + result.validationError());
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(1));
    MutableAction action = new MutableAction(TestSpaces.actionSpec(1));
    observation.set(0, 0.33);
    result.policy().act(new MutableTick(1), observation, action);
    assertEquals(shown(0.33), action.get(0), 0.1);
  }

  @Test
  void endsInTheSameBitsForTheSameSeed() {
    CloningConfig config = new CloningConfig(5, 5, 0.2);
    assertArrayEquals(cloned(3, config).policy().weights(), cloned(3, config).policy().weights());
  }

  @Test
  void learnsFromTheFirstStepToTheNext() {
    try (TensorFlowCloner cloner =
        new TensorFlowCloner(SPACES, CONFIG, EngineConfig.defaults(), 1)) {
      Batch batch = new Batch(32, 1, 1);
      Arrays.fill(batch.action, 0.5f);
      double first = cloner.learn(batch);
      assertTrue(cloner.error(batch) < first);
    }
  }

  @Test
  void needsAnEpisodeToValidateOn() {
    try (TensorFlowCloner cloner =
        new TensorFlowCloner(SPACES, CONFIG, EngineConfig.defaults(), 1)) {
      BehaviourCloning cloning = new BehaviourCloning(SPACES, CloningConfig.defaults(), 1);
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () -> cloning.train(List.of(TestSpaces.transition(0, 0, false)), cloner));
      assertEquals(
          "demonstrations: expected at least 2 episodes, one of them to validate on, found 1",
          error.getMessage());
    }
  }

  private static CloningResult cloned(long seed, CloningConfig config) {
    try (TensorFlowCloner cloner =
        new TensorFlowCloner(SPACES, CONFIG, EngineConfig.defaults(), seed)) {
      return new BehaviourCloning(SPACES, config, seed).train(demos(), cloner);
    }
  }

  private static List<Transition> demos() {
    SplittableRandom random = new SplittableRandom(9);
    List<Transition> demos = new ArrayList<>();
    for (int episode = 0; episode < 10; episode++) {
      for (int step = 0; step < 30; step++) {
        double where = random.nextDouble(-1, 1);
        demos.add(TestSpaces.transition(episode, step, (float) where, (float) shown(where)));
      }
    }
    return demos;
  }

  private static double shown(double where) {
    return 1 + 2 * Math.sin(2 * where);
  }
}
