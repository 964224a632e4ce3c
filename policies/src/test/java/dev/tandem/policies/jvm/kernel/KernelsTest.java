package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each against its formula in double precision; on vectors and plain arrays the same bits. */
@Tag("kernels")
class KernelsTest {
  private static final int COUNT = 96;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void activates(Activation activation) {
    TestSlab slab = new TestSlab(1);
    int before = slab.row(COUNT);
    int after = slab.row(COUNT);
    float[] found = bits(slab, kernels -> kernels.activate(activation, before, after, COUNT));
    for (int i = 0; i < COUNT; i++) {
      assertEquals(activated(activation, slab.get(before + i)), found[after + i], 1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void derivesActivations(Activation activation) {
    TestSlab slab = new TestSlab(2);
    int before = slab.row(COUNT);
    int after = slab.row(COUNT);
    int by = slab.row(COUNT);
    float[] found =
        bits(
            slab,
            kernels -> {
              kernels.activate(activation, before, after, COUNT);
              kernels.derive(activation, before, after, by, COUNT);
            });
    for (int i = 0; i < COUNT; i++) {
      double x = slab.get(before + i);
      double rise = activated(activation, x + 1e-6) - activated(activation, x - 1e-6);
      assertEquals(slab.get(by + i) * rise / 2e-6, found[by + i], 1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsUpRows(long seed) {
    TestSlab slab = new TestSlab(seed);
    int rows = slab.random.nextInt(1, 80);
    Panels left = slab.matrix(rows, Panels.WIDTH + 3);
    Panels right = slab.matrix(rows, Panels.WIDTH + 3);
    int weights = slab.row(rows);
    int out = slab.row(3 * Panels.WIDTH);
    float[] found =
        bits(
            slab,
            kernels -> {
              kernels.sumRows(left, 1, rows, out);
              kernels.sumProducts(left, right, 1, rows, out + Panels.WIDTH);
              kernels.sumWeighted(weights, left, 1, rows, out + 2 * Panels.WIDTH);
            });
    double plain = 0;
    double products = 0;
    double weighted = 0;
    for (int row = 0; row < rows; row++) {
      double value = slab.get(left, row, Panels.WIDTH + 2);
      plain += value;
      products += value * slab.get(right, row, Panels.WIDTH + 2);
      weighted += value * slab.get(weights + row);
    }
    assertEquals(plain, found[out + 2], 1e-5);
    assertEquals(products, found[out + Panels.WIDTH + 2], 1e-5);
    assertEquals(weighted, found[out + 2 * Panels.WIDTH + 2], 1e-5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void multipliesRowsByOneVector(long seed) {
    TestSlab slab = new TestSlab(seed);
    int columns = slab.random.nextInt(1, 150);
    int rows = slab.random.nextInt(3, 40);
    Panels matrix = slab.matrix(rows, columns);
    Panels weights = slab.matrix(1, columns);
    int bias = slab.row(1);
    int out = slab.row(rows);
    Dot dot = new Dot(matrix, weights, bias, out);
    float[] found = bits(slab, kernels -> kernels.dot(dot, 2, rows));
    for (int row = 2; row < rows; row++) {
      double sum = slab.get(bias);
      for (int i = 0; i < columns; i++) {
        sum += slab.get(matrix, row, i) * slab.get(weights, 0, i);
      }
      assertEquals(sum, found[out + row], 1e-5);
    }
    assertEquals(slab.get(out), found[out]);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsColumnsIntoRows(long seed) {
    TestSlab slab = new TestSlab(seed);
    int rows = slab.random.nextInt(1, 150);
    int columns = slab.random.nextInt(1, 150);
    Panels from = slab.matrix(rows + 2, columns);
    Panels to = slab.matrix(columns, rows);
    float[] found =
        bits(
            slab,
            kernels -> {
              for (int panel = 0; panel < from.panels(); panel++) {
                kernels.transpose(from, panel, rows, to);
              }
            });
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        assertEquals(slab.get(from, row, column), found[to.at(column, row)]);
      }
    }
  }

  /** The slab after {@code work}, which has to leave the same bits in both arithmetics. */
  static float[] bits(TestSlab slab, Consumer<Kernels> work) {
    float[] found = slab.after(Arithmetic.fastest(), work);
    assertArrayEquals(slab.after(Arithmetic.PLAIN, work), found);
    return found;
  }

  private static double activated(Activation activation, double x) {
    return switch (activation) {
      case RELU -> Math.max(0, x);
      case LEAKY_RELU -> Math.max(x, 0.01 * x);
      case TANH -> Math.tanh(x);
      case SILU -> x / (1 + Math.exp(-x));
    };
  }
}
