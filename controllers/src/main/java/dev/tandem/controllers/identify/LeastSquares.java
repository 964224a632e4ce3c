package dev.tandem.controllers.identify;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Linear least squares whose standard errors stay honest when neighbouring residuals are alike, as
 * those of filtered signals are: they are clustered by blocks of neighbouring rows (the sandwich of
 * Liang and Zeger, Biometrika 1986). What the rows do not tell apart has an infinite one.
 */
final class LeastSquares {
  /** Of the scaled normal matrix; below, a direction was not excited. */
  private static final double LEAST_EIGENVALUE = 1e-10;

  private static final double LEAST_SHARE = 1e-6;

  private final DMatrixRMaj rows;
  private final double[] wanted;
  private final int blockRows;
  private final double[] scale;
  private final DMatrixRMaj inverse;
  private final boolean[] told;
  private final double[] estimate;

  /**
   * Solves {@code rows x = wanted}.
   *
   * @param blockRows that may be alike, one block after the other
   */
  LeastSquares(DMatrixRMaj rows, double[] wanted, int blockRows) {
    this.rows = rows;
    this.wanted = wanted;
    this.blockRows = blockRows;
    int size = rows.numCols;
    this.scale = scales(rows);
    this.told = new boolean[size];
    this.inverse = inverse();
    DMatrixRMaj product = new DMatrixRMaj(size, 1);
    CommonOps_DDRM.multTransA(rows, new DMatrixRMaj(wanted.length, 1, true, wanted), product);
    DMatrixRMaj solved = new DMatrixRMaj(size, 1);
    CommonOps_DDRM.mult(inverse, product, solved);
    this.estimate = solved.data;
  }

  private static double[] scales(DMatrixRMaj rows) {
    double[] scale = new double[rows.numCols];
    for (int i = 0; i < rows.numRows; i++) {
      for (int k = 0; k < scale.length; k++) {
        scale[k] += rows.get(i, k) * rows.get(i, k);
      }
    }
    for (int k = 0; k < scale.length; k++) {
      scale[k] = scale[k] > 0 ? 1 / Math.sqrt(scale[k]) : 0;
    }
    return scale;
  }

  /** The pseudo-inverse of the normal matrix. */
  private DMatrixRMaj inverse() {
    int size = rows.numCols;
    DMatrixRMaj normal = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransA(rows, rows, normal);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        normal.set(i, k, normal.get(i, k) * scale[i] * scale[k]);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    eigen.decompose(normal);
    DMatrixRMaj sum = new DMatrixRMaj(size, size);
    double[] lost = new double[size];
    for (int k = 0; k < size; k++) {
      add(eigen.getEigenvalue(k).getReal(), eigen.getEigenVector(k), sum, lost);
    }
    for (int i = 0; i < size; i++) {
      told[i] = lost[i] < LEAST_SHARE;
    }
    return sum;
  }

  private void add(double value, DMatrixRMaj vector, DMatrixRMaj sum, double[] lost) {
    for (int i = 0; i < lost.length; i++) {
      if (value < LEAST_EIGENVALUE) {
        lost[i] += vector.get(i) * vector.get(i);
        continue;
      }
      for (int k = 0; k < lost.length; k++) {
        sum.add(i, k, vector.get(i) * vector.get(k) * scale[i] * scale[k] / value);
      }
    }
  }

  /** Of each parameter; 0 where nothing was learnt about it. */
  double[] estimate() {
    return estimate;
  }

  /** What is left of each row. */
  double[] residuals() {
    double[] left = wanted.clone();
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < estimate.length; k++) {
        left[i] -= rows.get(i, k) * estimate[k];
      }
    }
    return left;
  }

  /** Blocks of rows; the covariance asks for more of them than there are parameters. */
  int blocks() {
    return wanted.length / blockRows;
  }

  /** Of the estimates, [parameter][parameter]; infinite on the diagonal where not told. */
  DMatrixRMaj covariance() {
    int size = estimate.length;
    DMatrixRMaj scores = scores();
    DMatrixRMaj spread = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransA(scores, scores, spread);
    DMatrixRMaj half = new DMatrixRMaj(size, size);
    CommonOps_DDRM.mult(inverse, spread, half);
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    double correction = scores.numRows / (double) (scores.numRows - size);
    CommonOps_DDRM.mult(correction, half, inverse, covariance);
    for (int i = 0; i < size; i++) {
      if (!told[i]) {
        covariance.set(i, i, Double.POSITIVE_INFINITY);
      }
    }
    return covariance;
  }

  /** What the residuals of each block pull at each parameter, [block][parameter]. */
  private DMatrixRMaj scores() {
    double[] left = residuals();
    DMatrixRMaj scores = new DMatrixRMaj(blocks(), estimate.length);
    for (int i = 0; i < blocks() * blockRows; i++) {
      for (int k = 0; k < estimate.length; k++) {
        scores.add(i / blockRows, k, rows.get(i, k) * left[i]);
      }
    }
    return scores;
  }

  /** Sum of the squares of the residuals in each block. */
  double[] blockSquares() {
    double[] left = residuals();
    double[] squares = new double[blocks()];
    for (int i = 0; i < squares.length * blockRows; i++) {
      squares[i / blockRows] += left[i] * left[i];
    }
    return squares;
  }
}
