package dev.tandem.controllers.operational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {
  private static final int N = 6;

  private final SymmetricInverse inverse = new SymmetricInverse(N, 1e-2, 1e-2);

  private static DMatrixRMaj turned(long seed, double... eigenvalues) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj any = new DMatrixRMaj(N, N);
    for (int i = 0; i < N * N; i++) {
      any.data[i] = random.nextDouble(-1, 1);
    }
    DMatrixRMaj skew = new DMatrixRMaj(N, N);
    CommonOps_DDRM.transpose(any, skew);
    CommonOps_DDRM.subtract(any, skew, skew);
    DMatrixRMaj less = CommonOps_DDRM.identity(N);
    CommonOps_DDRM.subtractEquals(less, skew);
    DMatrixRMaj more = CommonOps_DDRM.identity(N);
    CommonOps_DDRM.addEquals(more, skew);
    CommonOps_DDRM.invert(more);
    DMatrixRMaj rotation = new DMatrixRMaj(N, N);
    CommonOps_DDRM.mult(less, more, rotation);
    DMatrixRMaj half = new DMatrixRMaj(N, N);
    CommonOps_DDRM.mult(rotation, CommonOps_DDRM.diag(eigenvalues), half);
    DMatrixRMaj whole = new DMatrixRMaj(N, N);
    CommonOps_DDRM.multTransB(half, rotation, whole);
    return whole;
  }

  private double[] invert(DMatrixRMaj matrix) {
    double[] out = new double[N * N];
    inverse.invert(matrix.data, out);
    return out;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void isTheInverseWhereTheDeterminantIsLargeEnough(long seed) {
    DMatrixRMaj matrix = turned(seed, 3, 0.02, 5, 7, 0.5, 4);
    DMatrixRMaj expected = turned(seed, 1 / 3.0, 50, 0.2, 1 / 7.0, 2, 0.25);
    assertArrayEquals(expected.data, invert(matrix), 1e-9, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8, 9})
  void leavesOutWhatIsLessThanAHundredthOfTheLargestWhereItIsNot(long seed) {
    DMatrixRMaj matrix = turned(seed, 1, 0.009, 0.5, 1, 0.0, 0.011);
    DMatrixRMaj expected = turned(seed, 1, 0, 2, 1, 0, 1 / 0.011);
    assertArrayEquals(expected.data, invert(matrix), 1e-8, "seed " + seed);
  }

  @Test
  void whatIsNotFiniteComesOutAsNan() {
    DMatrixRMaj matrix = turned(1, 1, 1, 1, 1, 1, 1);
    matrix.data[7] = Double.NaN;
    boolean seen = false;
    for (double value : invert(matrix)) {
      seen |= Double.isNaN(value);
    }
    assertTrue(seen);
  }
}
