package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.time.SimulatedClock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OneRowTest {
  private static final int INPUTS = 33;
  private static final int OUTPUTS = 70;

  private int calls;

  @Test
  void bothWaysComputeTheLayersOutputsAndGradients() {
    OneRow layer = new OneRow(INPUTS, OUTPUTS, new SplittableRandom(1));
    double[] sums = sums(layer);
    layer.byRows();
    layer.byTiles();
    for (int i = 0; i < INPUTS; i++) {
      double byInput = 0;
      for (int j = 0; j < OUTPUTS; j++) {
        byInput += layer.slab[layer.weights.row(i) + j] * sums[j];
        double gradient = layer.slab[layer.trace.row() + i] * sums[j];
        assertEquals(gradient, layer.slab[layer.trace.values().row(i) + j], 1e-4, i + ", " + j);
        assertEquals(gradient, layer.slab[layer.gradient.at(i, j)], 1e-4, i + ", " + j);
      }
      assertEquals(byInput, layer.slab[layer.byRow.at(0, i)], 1e-3, "input " + i);
      assertEquals(byInput, layer.slab[layer.tiledByRow.at(0, i)], 1e-3, "input " + i);
    }
  }

  /** What the layer puts out, in double precision. */
  private static double[] sums(OneRow layer) {
    double[] sums = new double[OUTPUTS];
    for (int j = 0; j < OUTPUTS; j++) {
      sums[j] = layer.slab[layer.weights.row(INPUTS) + j];
      for (int i = 0; i < INPUTS; i++) {
        sums[j] +=
            (double) layer.slab[layer.trace.row() + i] * layer.slab[layer.weights.row(i) + j];
      }
    }
    return sums;
  }

  @Test
  void costsWhatTheMedianBurstTakesOnceItIsWarm() {
    SimulatedClock clock = new SimulatedClock();
    double nanos =
        OneRow.nanos(
            clock,
            () -> {
              int burst = calls++ / OneRow.BURST;
              boolean cold = burst < OneRow.WARM_UP;
              boolean disturbed = burst % 3 == 0;
              clock.advanceNanos(cold ? 1 : disturbed ? 500 : 7);
            });
    assertEquals(7, nanos);
    assertEquals((OneRow.WARM_UP + OneRow.BURSTS) * OneRow.BURST, calls);
  }
}
