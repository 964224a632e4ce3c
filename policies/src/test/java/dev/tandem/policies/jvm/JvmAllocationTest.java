package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmAllocationTest {
  @ParameterizedTest
  @CsvSource({"RELU, false, VECTOR, 0", "SILU, true, VECTOR, 1", "TANH, true, PLAIN, 0"})
  void allocatesNothing(Activation activation, boolean norm, Arithmetic arithmetic, double clip) {
    Layers layers = new Layers(List.of(32, 32), activation, norm);
    SacConfig config =
        SacConfig.defaults(0.97)
            .withActor(layers)
            .withCritics(new SacConfig.Critics(3, 2, layers, 0.01))
            .withBatch(new SacConfig.Batching(32, 2))
            .withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 10, clip, 0));
    assertEquals(
        0,
        SteadyAllocation.bytes(
            () -> new JvmLearner(TestSpaces.of(5, 2), config, new JvmConfig(2, arithmetic), 1),
            JvmLearnerTest.batch(config.batch().rows(), 1),
            1));
  }
}
