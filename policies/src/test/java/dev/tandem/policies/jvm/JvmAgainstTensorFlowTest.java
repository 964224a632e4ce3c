package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines draw the same numbers, so they have to come to the same, update for update. */
class JvmAgainstTensorFlowTest {
  private static final PolicySpaces SPACES = TestSpaces.of(5, 2);
  private static final EngineConfig TENSORFLOW = new EngineConfig(Device.CPU, false, 1);
  private static final int CALLS = 6;

  static Stream<SacConfig> configs() {
    SacConfig base =
        SacConfig.defaults(0.97)
            .withBatch(new SacConfig.Batching(50, 2))
            .withEntropy(new SacConfig.Entropy(0.1, 0.5, true, 1e-5, 5))
            .withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 5, 1, 0));
    SacConfig decaying = base.withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 5, 1, 3));
    return Stream.of(
        with(base, Activation.RELU, false, 2),
        with(base, Activation.RELU, true, 10),
        with(base, Activation.TANH, true, 3),
        with(base, Activation.LEAKY_RELU, true, 2),
        with(base, Activation.SILU, false, 2),
        with(decaying, Activation.RELU, true, 3),
        with(decaying, Activation.TANH, false, 2));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void comesToTheSameUpdateForUpdate(SacConfig config) {
    try (Learner ours = new JvmLearner(SPACES, config, JvmConfig.of(2), 3);
        Learner theirs = new TensorFlowLearner(SPACES, config, TENSORFLOW, 3)) {
      assertClose(theirs.export(), ours.export(), 0);
      compare(theirs, ours, 0);
      assertClose(theirs.export(), ours.export(), 3e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void goesOnWhereTensorFlowStoppedAndTheOtherWayRound(SacConfig config) {
    try (Learner ours = new JvmLearner(SPACES, config, JvmConfig.of(1), 3);
        Learner theirs = new TensorFlowLearner(SPACES, config, TENSORFLOW, 4)) {
      for (int call = 0; call < CALLS; call++) {
        theirs.update(JvmLearnerTest.batch(theirs.batchRows(), call));
      }
      ours.restore(theirs.export());
      JvmLearnerTest.assertSameBits(theirs.export(), ours.export());
      compare(theirs, ours, CALLS);
      theirs.restore(ours.export());
      compare(theirs, ours, 2 * CALLS);
      assertEquals(theirs.updates(), ours.updates());
    }
  }

  private static void compare(Learner theirs, Learner ours, int from) {
    for (int call = from; call < from + CALLS; call++) {
      Batch batch = JvmLearnerTest.batch(ours.batchRows(), call);
      LearnerStats expected = theirs.update(batch);
      LearnerStats found = ours.update(batch);
      assertRelative(expected.criticLoss(), found.criticLoss());
      assertRelative(expected.actorLoss(), found.actorLoss());
      assertRelative(expected.temperature(), found.temperature());
      assertEquals(expected.entropy(), found.entropy(), 1e-4);
      assertEquals(expected.meanQ(), found.meanQ(), 1e-4);
    }
  }

  private static void assertRelative(double expected, double found) {
    assertEquals(expected, found, 1e-4 * Math.abs(expected));
  }

  private static void assertClose(
      List<NamedArray> expected, List<NamedArray> found, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), found.get(i).name());
      assertArrayEquals(expected.get(i).shape(), found.get(i).shape());
      float[] theirs = expected.get(i).values();
      float[] ours = found.get(i).values();
      double sum = 0;
      for (int j = 0; j < theirs.length; j++) {
        sum += (theirs[j] - ours[j]) * (theirs[j] - ours[j]);
      }
      double rms = Math.sqrt(sum / theirs.length);
      assertEquals(
          0, rms, tolerance, expected.get(i).name() + Arrays.toString(found.get(i).shape()));
    }
  }

  private static SacConfig with(SacConfig base, Activation activation, boolean norm, int critics) {
    Layers layers = new Layers(List.of(40, 24), activation, norm);
    return base.withActor(layers)
        .withCritics(new SacConfig.Critics(critics, Math.min(2, critics), layers, 0.01));
  }
}
