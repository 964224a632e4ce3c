package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each against its formula in double precision; on vectors and plain arrays the same bits. */
@Tag("kernels")
class KernelsTest {
  private static final int COUNT = 96;

  /** What is left of a SiLU of large negative numbers, which is zero. */
  private static final double NEXT_TO_NOTHING = 1e-30;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  static Stream<Arguments> activations() {
    return Stream.of(Activation.values())
        .flatMap(activation -> seeds().mapToObj(seed -> Arguments.of(activation, seed)));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activates(Activation activation, long seed) {
    TestSlab slab = new TestSlab(seed, Range.of(seed));
    int before = slab.row(COUNT);
    int after = slab.row(COUNT);
    float[] found = bits(slab, kernels -> kernels.activate(activation, before, after, COUNT));
    for (int i = 0; i < COUNT; i++) {
      double expected = activated(activation, slab.get(before + i));
      double most = 1e-6 * Math.abs(expected) + NEXT_TO_NOTHING;
      assertEquals(expected, found[after + i], most, "of " + slab.get(before + i));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void derivesActivations(Activation activation, long seed) {
    TestSlab slab = new TestSlab(seed);
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
      assertEquals(slab.get(by + i) * rise / 2e-6, found[by + i], 1e-5, "at " + x);
    }
  }

  /** Far out an activation is flat or straight. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void derivesActivationsFarOut(Activation activation) {
    TestSlab slab = new TestSlab(1);
    int before = slab.row(COUNT);
    int after = slab.row(COUNT);
    int by = slab.row(COUNT);
    for (int i = 0; i < COUNT; i++) {
      slab.set(before + i, (i % 2 == 0 ? 1 : -1) * (float) Math.pow(10, 1.5 + 0.25 * i));
    }
    float[] found =
        bits(
            slab,
            kernels -> {
              kernels.activate(activation, before, after, COUNT);
              kernels.derive(activation, before, after, by, COUNT);
            });
    for (int i = 0; i < COUNT; i++) {
      double above = activation == Activation.TANH ? 0 : 1;
      double below = activation == Activation.LEAKY_RELU ? 0.01 : 0;
      double slope = slab.get(before + i) > 0 ? above : below;
      assertEquals(slope * slab.get(by + i), found[by + i], 1e-6, "at " + slab.get(before + i));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsUpRows(long seed) {
    TestSlab slab = new TestSlab(seed, Range.of(seed));
    int rows = slab.random.nextInt(1, 80);
    Panels left = slab.matrix(rows, Tiling.WIDTH + 3);
    Panels right = slab.matrix(rows, Tiling.WIDTH + 3);
    int weights = slab.row(rows);
    int out = slab.row(3 * Tiling.WIDTH);
    float[] found =
        bits(
            slab,
            kernels -> {
              kernels.sumRows(left, 1, rows, out);
              kernels.sumProducts(left, right, 1, rows, out + Tiling.WIDTH);
              kernels.sumWeighted(weights, left, 1, rows, out + 2 * Tiling.WIDTH);
            });
    ExactSum plain = new ExactSum();
    ExactSum products = new ExactSum();
    ExactSum weighted = new ExactSum();
    for (int row = 0; row < rows; row++) {
      double value = slab.get(left, row, Tiling.WIDTH + 2);
      plain.add(value);
      products.add(value * slab.get(right, row, Tiling.WIDTH + 2));
      weighted.add(value * slab.get(weights + row));
    }
    plain.assertClose(found[out + 2], "plain");
    products.assertClose(found[out + Tiling.WIDTH + 2], "products");
    weighted.assertClose(found[out + 2 * Tiling.WIDTH + 2], "weighted");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void multipliesRowsByOneVector(long seed) {
    TestSlab slab = new TestSlab(seed, Range.of(seed));
    int columns = slab.random.nextInt(1, 150);
    int rows = slab.random.nextInt(3, 40);
    Panels matrix = slab.matrix(rows, columns);
    Panels weights = slab.matrix(1, columns);
    int bias = slab.row(1);
    int out = slab.row(rows);
    Dot dot = new Dot(matrix, weights, bias, out);
    float[] found = bits(slab, kernels -> kernels.dot(dot, 2, rows));
    for (int row = 2; row < rows; row++) {
      ExactSum sum = new ExactSum().add(slab.get(bias));
      for (int i = 0; i < columns; i++) {
        sum.add(slab.get(matrix, row, i) * slab.get(weights, 0, i));
      }
      sum.assertClose(found[out + row], "row " + row);
    }
    assertEquals(slab.get(out), found[out]);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsColumnsIntoRows(long seed) {
    TestSlab slab = new TestSlab(seed, Range.of(seed));
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
