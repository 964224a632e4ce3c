package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;
import java.util.Objects;

/**
 * Minimise {@code x'Hx / 2 + g'x} subject to {@code A x <= b} and {@code lower <= x <= upper}, H
 * symmetric and positive definite. The caller fills the arrays; all are of full length, of which
 * the first {@code variables} (and their square) count. Single writer, nothing is allocated.
 */
public final class QuadraticProgram {
  private final int maxVariables;
  private final double[] hessian;
  private final double[] gradient;
  private final double[] lower;
  private final double[] upper;
  private final double[] coefficients;
  private final double[] bounds;
  private int variables;
  private int rows;

  public QuadraticProgram(int maxVariables, int maxRows) {
    if (maxVariables < 1 || maxRows < 0) {
      throw new IllegalArgumentException(
          "maxVariables must be >= 1 and maxRows >= 0, got " + maxVariables + " and " + maxRows);
    }
    this.maxVariables = maxVariables;
    this.hessian = new double[maxVariables * maxVariables];
    this.gradient = new double[maxVariables];
    this.lower = new double[maxVariables];
    this.upper = new double[maxVariables];
    this.coefficients = new double[maxRows * maxVariables];
    this.bounds = new double[maxRows];
    reset(maxVariables);
  }

  /** Forgets everything: H and g zero, no rows, no bounds. */
  @HotPath
  public void reset(int variableCount) {
    Objects.checkIndex(variableCount - 1, maxVariables);
    variables = variableCount;
    rows = 0;
    Arrays.fill(hessian, 0);
    Arrays.fill(gradient, 0);
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
  }

  /** Adds {@code a x <= bound} with {@code a = source[offset ..]}; returns its index. */
  @HotPath
  public int addRow(double[] source, int offset, double bound) {
    System.arraycopy(source, offset, coefficients, rows * variables, variables);
    bounds[rows] = bound;
    return rows++;
  }

  @HotPath
  public int variables() {
    return variables;
  }

  @HotPath
  public int rows() {
    return rows;
  }

  /** H, row-major, [variables][variables]. */
  @HotPath
  public double[] hessian() {
    return hessian;
  }

  /** g, [variables]. */
  @HotPath
  public double[] gradient() {
    return gradient;
  }

  /** [variables]; may be infinite. */
  @HotPath
  public double[] lower() {
    return lower;
  }

  /** [variables]; may be infinite. */
  @HotPath
  public double[] upper() {
    return upper;
  }

  /** A, row-major, [rows][variables]. */
  @HotPath
  double[] coefficients() {
    return coefficients;
  }

  /** b, [rows]. */
  @HotPath
  double[] bounds() {
    return bounds;
  }
}
