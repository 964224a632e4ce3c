package dev.tandem.runtime.model;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * Eigenvalues and vectors of a small symmetric matrix: Householder's reflections make it
 * tridiagonal, implicit QL steps with Wilkinson's shift make that diagonal (Golub and Van Loan,
 * "Matrix Computations", 8.3). Row-major; allocates nothing after construction; of what is not
 * finite everything comes out as NaN. One thread.
 */
public final class SymmetricEigen {
  private static final int MOST_STEPS = 30;
  private static final double ROUNDING = Math.ulp(1.0);

  private final int n;
  private final double[] rest;
  private final double[] diagonal;

  /** Beside the diagonal, [n]; the last is 0. */
  private final double[] beside;

  /** One vector a row, [n][n]. */
  private final double[] vectors;

  private final double[] mirror;
  private final double[] image;

  /** For matrices [n][n]. */
  public SymmetricEigen(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, got " + n);
    }
    this.n = n;
    this.rest = new double[n * n];
    this.diagonal = new double[n];
    this.beside = new double[n];
    this.vectors = new double[n * n];
    this.mirror = new double[n];
    this.image = new double[n];
  }

  /** Of {@code a}, [n][n], which is left as it is. */
  @HotPath
  public void compute(double[] a) {
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      sum += a[i];
      rest[i] = a[i];
      vectors[i] = i % (n + 1) == 0 ? 1 : 0;
    }
    if (!Double.isFinite(sum)) {
      Arrays.fill(diagonal, Double.NaN);
      Arrays.fill(vectors, Double.NaN);
      return;
    }
    for (int column = 0; column < n; column++) {
      reduce(column);
    }
    for (int first = 0; first < n; first++) {
      settle(first);
    }
  }

  /** The eigenvalue {@code k} of n, in no order. */
  @HotPath
  public double value(int k) {
    return diagonal[k];
  }

  /** Of the eigenvector {@code k}, whose length is 1, what it has along {@code axis}. */
  @HotPath
  public double vector(int axis, int k) {
    return vectors[n * k + axis];
  }

  /** Clears a column below the entry beside the diagonal. */
  @HotPath
  private void reduce(int column) {
    int next = column + 1;
    diagonal[column] = rest[column * n + column];
    beside[column] = next < n ? rest[next * n + column] : 0;
    double square = 0;
    for (int i = next + 1; i < n; i++) {
      mirror[i] = rest[i * n + column];
      square += mirror[i] * mirror[i];
    }
    if (square > 0) {
      double first = beside[column];
      beside[column] = -Math.copySign(Math.sqrt(first * first + square), first);
      mirror[next] = first - beside[column];
      double weight = 2 / (mirror[next] * mirror[next] + square);
      reflect(next, weight);
      reflectVectors(next, weight);
    }
  }

  /** {@code H A H} of what is left, with {@code H = 1 - weight v v'}. */
  @HotPath
  private void reflect(int from, double weight) {
    double along = 0;
    for (int i = from; i < n; i++) {
      double sum = 0;
      for (int k = from; k < n; k++) {
        sum += rest[i * n + k] * mirror[k];
      }
      image[i] = weight * sum;
      along += mirror[i] * image[i];
    }
    for (int i = from; i < n; i++) {
      image[i] -= 0.5 * weight * along * mirror[i];
    }
    for (int i = from; i < n; i++) {
      for (int k = from; k < n; k++) {
        rest[i * n + k] -= mirror[i] * image[k] + image[i] * mirror[k];
      }
    }
  }

  @HotPath
  private void reflectVectors(int from, double weight) {
    for (int axis = 0; axis < n; axis++) {
      double sum = 0;
      for (int k = from; k < n; k++) {
        sum += mirror[k] * vectors[k * n + axis];
      }
      for (int k = from; k < n; k++) {
        vectors[k * n + axis] -= weight * sum * mirror[k];
      }
    }
  }

  /** Steps until nothing is left beside the diagonal's entry {@code first}. */
  @HotPath
  private void settle(int first) {
    int last = endOfBlock(first);
    for (int step = 0; step < MOST_STEPS && last > first; step++) {
      chase(first, last);
      last = endOfBlock(first);
    }
  }

  @HotPath
  private int endOfBlock(int first) {
    int last = first;
    while (last < n - 1
        && Math.abs(beside[last])
            > ROUNDING * (Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]))) {
      last++;
    }
    return last;
  }

  /** One implicit QL step of a block: what the shift leaves below is chased up and out. */
  @HotPath
  private void chase(int first, int last) {
    double shifted = diagonal[last] - shift(first);
    double sine = 1;
    double cosine = 1;
    double carried = 0;
    for (int i = last - 1; i >= first; i--) {
      double bulge = sine * beside[i];
      double side = cosine * beside[i];
      double length = Math.sqrt(bulge * bulge + shifted * shifted);
      beside[i + 1] = length;
      sine = length > 0 ? bulge / length : 0;
      cosine = length > 0 ? shifted / length : 1;
      double moved = diagonal[i + 1] - carried;
      double turned = (diagonal[i] - moved) * sine + 2 * cosine * side;
      carried = sine * turned;
      diagonal[i + 1] = moved + carried;
      shifted = cosine * turned - side;
      turn(i, cosine, sine);
    }
    diagonal[first] -= carried;
    beside[first] = shifted;
    beside[last] = 0;
  }

  /** Wilkinson's: of a corner's eigenvalues the one nearer to its first entry. */
  @HotPath
  private double shift(int first) {
    double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
    double root = Math.copySign(Math.sqrt(half * half + 1), half);
    return diagonal[first] - beside[first] / (half + root);
  }

  @HotPath
  private void turn(int i, double cosine, double sine) {
    for (int at = i * n; at < (i + 1) * n; at++) {
      double lower = vectors[at + n];
      vectors[at + n] = sine * vectors[at] + cosine * lower;
      vectors[at] = cosine * vectors[at] - sine * lower;
    }
  }
}
