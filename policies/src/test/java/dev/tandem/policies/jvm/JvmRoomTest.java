package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no array of Java holds is told before any memory is taken. */
class JvmRoomTest {
  private static final JvmConfig ENGINE = JvmConfig.of(1);

  private static String refusal(SacConfig config, int features) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> JvmLearner.bytes(TestSpaces.of(features, 2), config, ENGINE));
    return String.valueOf(error.getMessage());
  }

  @Test
  void ofNetworks() {
    SacConfig config = SacConfig.defaults(0.9).withHidden(List.of(8192)).withCritics(2, 2);
    JvmLearner.bytes(TestSpaces.of(1000, 2), config, ENGINE);
    assertTrue(refusal(config, 100_000).startsWith("learner: "));
  }

  @Test
  void isWhatTheLearnerThenTakes() {
    SacConfig config = SacConfig.defaults(0.9).withHidden(List.of(64)).withCritics(3, 2);
    long bytes = JvmLearner.bytes(TestSpaces.of(5, 2), config, ENGINE);
    int values = SacNetworks.of(config, 5, 2, ENGINE).kernels.slab().length;
    assertEquals(bytes, (long) Float.BYTES * (values - SlabPlan.ALIGNMENT));
  }

  @Test
  void ofTheBatchesOfAStep() {
    SacConfig config =
        SacConfig.defaults(0.9)
            .withHidden(List.of(8))
            .withBatch(new SacConfig.Batching(1 << 10, 1 << 10));
    JvmLearner.bytes(TestSpaces.of(2047, 2), config, ENGINE);
    assertEquals(
        "learner.batch_size: expected batches that one array holds, found 2147483648 numbers in the"
            + " updates of a step",
        refusal(config, 2048));
  }
}
