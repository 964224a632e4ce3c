package dev.tandem.simbridge.teach;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** A normal distribution of several numbers. Immutable. */
final class Gaussian {
  private final double[] mean;
  private final DMatrixRMaj covariance;
  private final DMatrixRMaj root;
  private final double logScale;

  /**
   * Of this mean and covariance.
   *
   * @throws IllegalArgumentException when the covariance is not positive definite
   */
  Gaussian(double[] mean, DMatrixRMaj covariance) {
    this.mean = mean.clone();
    this.covariance = covariance.copy();
    this.root = root(covariance);
    double logDeterminant = 0;
    for (int i = 0; i < mean.length; i++) {
      logDeterminant += 2 * Math.log(root.get(i, i));
    }
    this.logScale = -0.5 * (logDeterminant + mean.length * Math.log(2 * Math.PI));
  }

  /** Lower triangular. */
  private static DMatrixRMaj root(DMatrixRMaj covariance) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(covariance.numRows, true);
    if (!cholesky.decompose(covariance.copy())) {
      throw new IllegalArgumentException(
          "covariance: expected a positive definite matrix, found " + covariance);
    }
    return cholesky.getT(null);
  }

  double mean(int axis) {
    return mean[axis];
  }

  double covariance(int row, int column) {
    return covariance.get(row, column);
  }

  /** Logarithm of the density. */
  double logDensity(double[] at) {
    double square = 0;
    double[] solved = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double left = at[i] - mean[i];
      for (int k = 0; k < i; k++) {
        left -= root.get(i, k) * solved[k];
      }
      solved[i] = left / root.get(i, i);
      square += solved[i] * solved[i];
    }
    return logScale - 0.5 * square;
  }

  /** Of its first numbers alone, whatever the others are. */
  Gaussian marginal(int size) {
    double[] first = new double[size];
    System.arraycopy(mean, 0, first, 0, size);
    return new Gaussian(first, CommonOps_DDRM.extract(covariance, 0, size, 0, size));
  }

  /** One draw. */
  double[] draw(RandomGenerator random) {
    double[] white = new double[mean.length];
    for (int i = 0; i < white.length; i++) {
      white[i] = random.nextGaussian();
    }
    double[] drawn = mean.clone();
    for (int i = 0; i < drawn.length; i++) {
      for (int k = 0; k <= i; k++) {
        drawn[i] += root.get(i, k) * white[k];
      }
    }
    return drawn;
  }
}
