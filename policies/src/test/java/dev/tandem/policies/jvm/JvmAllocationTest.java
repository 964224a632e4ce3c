package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmAllocationTest {
  private static final int CALLS = 20;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
    try (JvmLearner learner =
        new JvmLearner(TestSpaces.of(5, 2), config, new JvmConfig(2, arithmetic), 1)) {
      assertEquals(0, leastBytesPerCall(learner));
    }
  }

  /** The least of many rounds: compilation may still allocate in the first ones. */
  private double leastBytesPerCall(JvmLearner learner) {
    Batch batch = JvmLearnerTest.batch(learner.batchRows(), 1);
    long[] helpers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("learner-"))
            .mapToLong(Thread::threadId)
            .toArray();
    assertEquals(1, helpers.length);
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 3000 && least > 0; round++) {
      long helperBefore = threads.getThreadAllocatedBytes(helpers[0]);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        learner.update(batch);
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      bytes += threads.getThreadAllocatedBytes(helpers[0]) - helperBefore;
      least = Math.min(least, bytes / (double) CALLS);
    }
    return least;
  }
}
