package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.jvm.kernel.RowWeights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is none is told, and moves no weight. */
class DivergenceTest {
  private final EligibilityTraces traces =
      StreamFixture.drawn(new StreamShape(3, List.of(4), 1), 1, 2, 0, new SplittableRandom(1));
  private final StreamNetwork network = traces.network;

  private void assertTold(double delta, String found) {
    StreamNetwork before = network.copy();
    String message =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> traces.step(delta)).getMessage());
    assertTrue(message.contains(found), message);
    for (int k = 0; k < network.layers.length; k++) {
      RowWeights weights = network.layers[k].weights();
      float[] expected = before.layers[k].weights().in(before.slab());
      assertArrayEquals(expected, weights.in(network.slab()), "layer " + k);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anErrorThatIsNotFinite(double delta) {
    network.forward(new float[] {1, 2, 3});
    traces.accumulate(new float[] {1}, 0);
    assertTold(delta, "found TD error " + delta);
  }

  @Test
  void tracesThatAreNotFinite() {
    network.forward(new float[] {1, 2, 3});
    traces.accumulate(new float[] {Float.POSITIVE_INFINITY}, 0);
    assertTold(1, "found TD error 1.0 and sum of traces");
  }
}
