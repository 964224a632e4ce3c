package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.nn.Arithmetic;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against sums in double precision, over random shapes. */
@Tag("kernels")
class ProductTest {
  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /** A product of random shape. */
  private static final class Case {
    final TestSlab slab;
    final int rows;
    final int depth;
    final int columns;
    final boolean transposed;
    final boolean biased;
    final Panels left;
    final Panels right;
    final Product product;

    Case(long seed) {
      slab = new TestSlab(seed, Range.of(seed));
      rows = 8 * slab.random.nextInt(1, 12);
      depth = slab.random.nextInt(1, 150);
      columns = slab.random.nextInt(1, 150);
      transposed = slab.random.nextBoolean();
      biased = slab.random.nextBoolean();
      left = transposed ? slab.matrix(depth, rows) : slab.matrix(rows, depth);
      right = slab.matrix(depth + 1, columns);
      Panels out = slab.matrix(rows, columns);
      Product.Start start =
          biased ? Product.Start.row(right, depth) : Product.Start.zero(slab.plan.zeros());
      boolean rectified = slab.random.nextBoolean();
      product =
          new Product(new Product.Left(left, transposed, depth), right, out, start, rectified);
    }

    ExactSum sum(int row, int column) {
      ExactSum sum = new ExactSum().add(biased ? slab.get(right, depth, column) : 0);
      for (int k = 0; k < depth; k++) {
        double factor = transposed ? slab.get(left, k, row) : slab.get(left, row, k);
        sum.add(factor * slab.get(right, k, column));
      }
      return sum;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheNaiveProduct(long seed) {
    Case c = new Case(seed);
    float[] found =
        c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, c.rows));
    for (int row = 0; row < c.rows; row++) {
      for (int column = 0; column < c.columns; column++) {
        double value = found[c.product.out().at(row, column)];
        c.sum(row, column)
            .assertCloseIfRectified(c.product.rectified(), value, row + ", " + column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesTheSameBitsOnPlainArrays(long seed) {
    Case c = new Case(seed);
    assertArrayEquals(
        c.slab.after(Arithmetic.PLAIN, kernels -> c.product.run(kernels, 0, c.rows)),
        c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, c.rows)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void touchesOnlyTheRowsThatItIsAskedFor(long seed) {
    Case c = new Case(seed);
    int half = c.rows / 16 * 8;
    Panels out = c.product.out();
    float[] found = c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, half));
    float[] whole =
        c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, c.rows));
    float[] before = c.slab.after(Arithmetic.fastest(), kernels -> {});
    for (int place = 0; place < found.length; place++) {
      int row = (place - out.offset()) / Tiling.WIDTH % c.rows;
      boolean asked = place >= out.offset() && place < out.offset() + out.size() && row < half;
      assertEquals(asked ? whole[place] : before[place], found[place]);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("vectors")
  void givesTheSameBitsInEveryTile(long seed) {
    Case c = new Case(seed);
    float[] chosen =
        c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, c.rows));
    for (Tile tile : Tile.values()) {
      float[] found = c.slab.after(Arithmetic.fastest(), kernels -> {});
      for (int panel = 0; panel < c.product.out().panels(); panel++) {
        tile.run(found, c.product, panel, 0, c.rows);
      }
      assertArrayEquals(chosen, found, "tiles of " + tile);
    }
  }

  /** Panels of any width hold the same matrix. */
  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("vectors")
  void givesTheSameBitsInPanelsOfEveryWidth(long seed) {
    Case c = new Case(seed);
    float[] chosen =
        c.slab.after(Arithmetic.fastest(), kernels -> c.product.run(kernels, 0, c.rows));
    Panels out = c.product.out();
    for (int width : Tiling.panelCandidates()) {
      OtherPanels other = new OtherPanels(c.slab, width);
      Panels otherOut = other.room(c.rows, c.columns);
      Panels right = other.copy(c.right);
      Product product =
          new Product(
              new Product.Left(other.copy(c.left), c.transposed, c.depth),
              right,
              otherOut,
              c.biased ? Product.Start.row(right, c.depth) : other.zero(),
              c.product.rectified());
      float[] found = other.slab();
      for (int panel = 0; panel < otherOut.panels(); panel++) {
        Tiling.chosen().tile().run(found, product, panel, 0, c.rows);
      }
      for (int row = 0; row < c.rows; row++) {
        for (int column = 0; column < c.columns; column++) {
          float expected = chosen[out.at(row, column)];
          assertEquals(expected, found[otherOut.at(row, column)], "panels of " + width);
        }
      }
    }
  }
}
