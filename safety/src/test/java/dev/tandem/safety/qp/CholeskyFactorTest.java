package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyFactorTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Positive definite: a random matrix times itself turned, and a little of the identity. */
  private static double[] definite(SplittableRandom random, int n) {
    double[] half = random.doubles((long) n * n, -1, 1).toArray();
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = i == j ? 0.1 : 0;
        for (int k = 0; k < n; k++) {
          a[i * n + j] += half[i * n + k] * half[j * n + k];
        }
      }
    }
    return a;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFactorTimesItselfTurnedIsTheMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(1, 9);
    double[] a = definite(random, n);
    double[] l = new double[n * n];
    assertTrue(CholeskyFactor.compute(a, n, l));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += l[i * n + k] * l[j * n + k];
        }
        assertEquals(a[i * n + j], sum, 1e-12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void solvesWhatTheMatrixMakesOfAVector(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(1, 9);
    double[] a = definite(random, n);
    double[] l = new double[n * n];
    assertTrue(CholeskyFactor.compute(a, n, l));
    double[] x = random.doubles(n, -1, 1).toArray();
    double[] image = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        image[i] += a[i * n + k] * x[k];
      }
    }
    CholeskyFactor.solve(l, n, image);
    assertArrayEquals(x, image, 1e-9);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theInverseTimesTheMatrixIsTheIdentityAndSymmetricToTheBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(1, 9);
    double[] a = definite(random, n);
    double[] l = new double[n * n];
    double[] inverse = new double[n * n];
    assertTrue(CholeskyFactor.compute(a, n, l));
    CholeskyFactor.invert(l, n, inverse);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += a[i * n + k] * inverse[k * n + j];
        }
        assertEquals(i == j ? 1 : 0, sum, 1e-9);
        assertEquals(inverse[j * n + i], inverse[i * n + j]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aPivotThatIsNotPositiveAndFiniteIsRefused(double pivot) {
    double[] l = new double[4];
    assertFalse(CholeskyFactor.compute(new double[] {pivot, 0, 0, 1}, 2, l), "first");
    assertFalse(CholeskyFactor.compute(new double[] {1, 0, 0, pivot}, 2, l), "last");
  }

  @Test
  void aMatrixThatIsSingularIsRefused() {
    assertFalse(CholeskyFactor.compute(new double[] {1, 2, 2, 4}, 2, new double[4]));
  }
}
