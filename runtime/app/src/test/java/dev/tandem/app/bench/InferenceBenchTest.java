package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tandem.policies.nn.PolicySpaces;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InferenceBenchTest {
  private static final PolicySpaces SPACES = BenchSpaces.of(3, 2);

  @Test
  void timesADecisionThatAllocatesNothing() {
    new Figures(InferenceBench.run(1, 30_000, 3_000))
        .arePositive("p50_us")
        .ascend("p50_us", "p99_us")
        .areZero("bytes_per_call");
  }

  @Test
  void drawsAPolicysWeightsFromTheSeed() {
    float[] weights = InferenceBench.policy(SPACES, 5).weights();
    assertArrayEquals(weights, InferenceBench.policy(SPACES, 5).weights());
    assertFalse(Arrays.equals(weights, InferenceBench.policy(SPACES, 6).weights()));
  }
}
