package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.SystemClock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class OneRowTest {
  @Test
  void bothWaysComputeTheSame() {
    OneRow layer = new OneRow(33, 70, new SplittableRandom(1));
    layer.byRows();
    layer.byTiles();
    for (int i = 0; i < 33; i++) {
      double byRow = layer.slab[layer.byRow.at(0, i)];
      assertEquals(byRow, layer.slab[layer.tiledByRow.at(0, i)], 1e-4 * byRow, "input " + i);
      for (int j = 0; j < 70; j++) {
        double gradient = layer.slab[layer.trace.values().row(i) + j];
        assertEquals(gradient, layer.slab[layer.gradient.at(i, j)], 1e-5 * gradient);
        assertTrue(gradient > 0, "found " + gradient);
      }
    }
  }

  @Test
  void bothWaysTakeTime() {
    OneRow.Cost cost = OneRow.cost(new SystemClock(), 64, new SplittableRandom(1));
    assertTrue(cost.rowNanos() > 0 && cost.tileNanos() > 0, "found " + cost);
  }
}
