package dev.tandem.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
  private static final double ROUNDING = 1e-11;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /** Symmetric, [n][n], with entries of very different size. */
  private static double[] symmetric(int n, SplittableRandom random) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double value = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-3, 3));
        a[n * i + j] = value;
        a[n * j + i] = value;
      }
    }
    return a;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMatrixOnlyStretchesItsVectorsByItsValues(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 8);
    double[] a = symmetric(n, random);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.compute(a);
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        double image = 0;
        for (int j = 0; j < n; j++) {
          image += a[n * i + j] * eigen.vector(j, k);
        }
        assertEquals(
            eigen.value(k) * eigen.vector(i, k), image, ROUNDING * largest(a), "seed " + seed);
      }
    }
  }

  /** Equal values, none at all, and blocks that have nothing to do with each other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "3 0 0 0 0 3 0 0 0 0 3 0 0 0 0 3",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "0 1 0 0 1 0 0 0 0 0 0 1 0 0 1 0",
        "0 0 0 1 0 0 1 0 0 1 0 0 1 0 0 0",
        "1 0 2 0 0 1 0 2 2 0 1 0 0 2 0 1",
        "1e-200 1e-200 0 0 1e-200 1e-200 0 0 0 0 1 2 0 0 2 1"
      })
  void soIsOneWithEqualValuesOrBlocks(String rows) {
    double[] a = Stream.of(rows.split(" ")).mapToDouble(Double::parseDouble).toArray();
    SymmetricEigen eigen = new SymmetricEigen(4);
    eigen.compute(a);
    for (int k = 0; k < 4; k++) {
      double square = 0;
      for (int i = 0; i < 4; i++) {
        double image = 0;
        for (int j = 0; j < 4; j++) {
          image += a[4 * i + j] * eigen.vector(j, k);
        }
        assertEquals(eigen.value(k) * eigen.vector(i, k), image, 1e-14, rows);
        square += eigen.vector(i, k) * eigen.vector(i, k);
      }
      assertEquals(1, square, 1e-14, rows);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void vectorsAreOfLengthOneAndPerpendicular(long seed) {
    int n = 1 + (int) (seed % 8);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.compute(symmetric(n, new SplittableRandom(seed)));
    for (int k = 0; k < n; k++) {
      for (int other = 0; other < n; other++) {
        double product = 0;
        for (int axis = 0; axis < n; axis++) {
          product += eigen.vector(axis, k) * eigen.vector(axis, other);
        }
        assertEquals(k == other ? 1 : 0, product, ROUNDING, "seed " + seed);
      }
    }
  }

  @Test
  void theMatrixIsLeftAsItIsAndAnotherOneStartsAnew() {
    double[] a = {2, 1, 1, 2};
    SymmetricEigen eigen = new SymmetricEigen(2);
    eigen.compute(a);
    assertArrayEquals(new double[] {2, 1, 1, 2}, a);
    assertEquals(4, eigen.value(0) + eigen.value(1), ROUNDING);
    eigen.compute(new double[] {5, 0, 0, 7});
    assertEquals(5, eigen.value(0));
    assertEquals(1, eigen.vector(0, 0));
    assertEquals(0, eigen.vector(1, 0));
  }

  @Test
  void ofWhatIsNotFiniteEverythingIsNan() {
    SymmetricEigen eigen = new SymmetricEigen(3);
    eigen.compute(new double[] {1, 2, 3, 2, Double.NaN, 4, 3, 4, 1});
    for (int k = 0; k < 3; k++) {
      assertTrue(Double.isNaN(eigen.value(k)), "value " + k);
    }
  }

  @Test
  void aMatrixHasAtLeastOneRow() {
    assertThrows(IllegalArgumentException.class, () -> new SymmetricEigen(0));
  }
}
