package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final CriticVariant.HlGauss HISTOGRAM =
      new CriticVariant.HlGauss(-2, 3, 51, CriticVariant.HlGauss.SIGMA_WIDTHS);

  @Test
  void binsShareTheRangeEvenly() {
    assertEquals(5.0 / 51, HISTOGRAM.binWidth(), 1e-12);
    assertEquals(-2, HISTOGRAM.edge(0), 1e-12);
    assertEquals(3, HISTOGRAM.edge(51), 1e-12);
    assertEquals(0.5, HISTOGRAM.centre(25), 1e-12);
    assertEquals(0.75 * HISTOGRAM.binWidth(), HISTOGRAM.sigma(), 1e-12);
  }

  @Test
  void aProjectionSumsToOneAndHasTheScalarForItsExpectation() {
    SplittableRandom random = new SplittableRandom(4);
    double margin = 4 * HISTOGRAM.sigma();
    for (int i = 0; i < 200; i++) {
      double value = random.nextDouble(-2 + margin, 3 - margin);
      float[] p = project(value);
      assertEquals(1, IntStream.range(0, 51).mapToDouble(k -> p[k]).sum(), 1e-6);
      double found = IntStream.range(0, 51).mapToDouble(k -> p[k] * HISTOGRAM.centre(k)).sum();
      assertEquals(value, found, 1e-4 * HISTOGRAM.binWidth());
    }
  }

  @Test
  void aProjectionIsTheGaussianIntegratedOverEachBinAlsoWhereTheRangeCutsIt() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      double value = random.nextDouble(-2.2, 3.2);
      double[] expected = NaiveHead.project(HISTOGRAM, value);
      float[] found = project(value);
      for (int bin = 0; bin < 51; bin++) {
        assertEquals(expected[bin], found[bin], 1e-6, value + ", bin " + bin);
      }
    }
  }

  @Test
  void whatIsOutsideTheRangeCountsAsItsEnd() {
    float[] end = project(3);
    assertArrayEquals(end, project(30));
    assertTrue(end[50] > end[49]);
  }

  private static float[] project(double value) {
    float[] out = new float[51];
    new Projection(HISTOGRAM).write(value, out, 0);
    return out;
  }

  @Test
  void refusesAnEmptyRange() {
    assertThrows(IllegalArgumentException.class, () -> new CriticVariant.HlGauss(1, 1, 51, 0.75));
  }
}
