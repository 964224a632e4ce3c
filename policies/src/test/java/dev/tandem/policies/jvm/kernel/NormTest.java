package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.nn.Arithmetic;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the formula in double precision and its finite differences, over random shapes. */
@Tag("kernels")
class NormTest {
  private static final int ROWS = 16;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static final class Case {
    final TestSlab slab;
    final int width;
    final Panels x;
    final Panels weights;
    final Panels byOut;
    final Norm norm;

    Case(long seed, boolean rectified) {
      this(seed, Range.USUAL, rectified);
    }

    Case(long seed, Range range, boolean rectified) {
      slab = new TestSlab(seed);
      width = slab.random.nextInt(2, 150);
      x = slab.matrix(ROWS, width, range);
      weights = slab.matrix(2, width);
      byOut = slab.matrix(ROWS, width);
      int ones = slab.row(Panels.over(width) * Tiling.WIDTH);
      for (int i = 0; i < Panels.over(width) * Tiling.WIDTH; i++) {
        slab.set(ones + i, i < width ? 1 : 0);
      }
      norm =
          new Norm(
              x,
              slab.matrix(ROWS, width),
              Norm.Gain.of(weights, 0),
              new Norm.Places(ones, slab.row(ROWS), slab.row(ROWS), slab.row(ROWS)),
              new Norm.Back(byOut, slab.matrix(ROWS, width)),
              rectified);
    }

    double[] row(int row) {
      double[] values = new double[width];
      for (int i = 0; i < width; i++) {
        values[i] = slab.get(x, row, i);
      }
      return values;
    }

    double[] naive(double[] values) {
      double mean = 0;
      double variance = 0;
      for (double value : values) {
        mean += value / width;
      }
      for (double value : values) {
        variance += (value - mean) * (value - mean) / width;
      }
      double[] out = new double[width];
      for (int i = 0; i < width; i++) {
        double normal = (values[i] - mean) / Math.sqrt(variance + 1e-6);
        out[i] = normal * slab.get(weights, 0, i) + slab.get(weights, 1, i);
      }
      return out;
    }

    /** The derivative of the row's outputs, weighed by {@code byOut}, by one input. */
    double slope(int row, int column) {
      double step = 1e-5;
      double[] more = row(row);
      double[] less = row(row);
      more[column] += step;
      less[column] -= step;
      double[] up = naive(more);
      double[] down = naive(less);
      double sum = 0;
      for (int i = 0; i < width; i++) {
        sum += slab.get(byOut, row, i) * (up[i] - down[i]) / (2 * step);
      }
      return sum;
    }

    float[] after(Arithmetic arithmetic) {
      return slab.after(
          arithmetic,
          kernels -> {
            kernels.normalise(norm, 0, ROWS);
            kernels.normaliseBack(norm, 0, ROWS);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void normalisesEveryRow(long seed) {
    for (boolean rectified : new boolean[] {false, true}) {
      Case c = new Case(seed, Range.of(seed), rectified);
      float[] found = c.after(Arithmetic.fastest());
      for (int row = 0; row < ROWS; row++) {
        double[] expected = c.naive(c.row(row));
        for (int i = 0; i < c.width; i++) {
          double value = found[c.norm.out().at(row, i)];
          assertEquals(rectified ? Math.max(expected[i], 0) : expected[i], value, 1e-5);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void carriesTheGradientBack(long seed) {
    Case c = new Case(seed, false);
    float[] found = c.after(Arithmetic.fastest());
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < c.width; i++) {
        assertEquals(c.slope(row, i), found[c.norm.back().byIn().at(row, i)], 2e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leavesThePaddingAtZero(long seed) {
    Case c = new Case(seed, false);
    float[] found = c.after(Arithmetic.fastest());
    for (Panels matrix : new Panels[] {c.x, c.norm.out(), c.norm.back().byIn()}) {
      for (int column = c.width; column < matrix.panels() * Tiling.WIDTH; column++) {
        assertEquals(0, found[matrix.at(ROWS - 1, column)]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesTheSameBitsOnPlainArrays(long seed) {
    Case c = new Case(seed, Range.of(seed), true);
    assertArrayEquals(c.after(Arithmetic.PLAIN), c.after(Arithmetic.fastest()));
  }
}
