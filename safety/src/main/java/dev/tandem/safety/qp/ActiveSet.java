package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * The active constraints of the dual method: J with {@code J J' = H^-1} and the triangular R with
 * {@code J' N = (R, 0)} for their normals N, both kept by Givens rotations, and their multipliers.
 */
final class ActiveSet {
  private final double[] j;
  private final double[] r;
  private final double[] multipliers;
  private final int[] constraints;
  private final boolean[] isActive;
  private int variables;
  private int size;

  ActiveSet(int maxVariables, int maxConstraints) {
    this.j = new double[maxVariables * maxVariables];
    this.r = new double[maxVariables * maxVariables];
    this.multipliers = new double[maxVariables];
    this.constraints = new int[maxVariables];
    this.isActive = new boolean[maxConstraints];
  }

  /** Empties the set; {@code factor} is the lower Cholesky factor L of H, and J becomes L^-T. */
  @HotPath
  void start(double[] factor, int variableCount) {
    variables = variableCount;
    size = 0;
    Arrays.fill(isActive, false);
    Arrays.fill(j, 0);
    for (int column = 0; column < variables; column++) {
      for (int row = column; row >= 0; row--) {
        double sum = row == column ? 1 : 0;
        for (int k = row + 1; k <= column; k++) {
          sum -= factor[k * variables + row] * j[k * variables + column];
        }
        j[row * variables + column] = sum / factor[row * variables + row];
      }
    }
  }

  /** {@code d = J' normal} of a constraint, [variables]. */
  @HotPath
  void project(ConstraintTable table, int constraint, double[] d) {
    Arrays.fill(d, 0);
    for (int i = 0; i < variables; i++) {
      double component = table.normal(constraint, i);
      if (component != 0) {
        for (int k = 0; k < variables; k++) {
          d[k] += component * j[i * variables + k];
        }
      }
    }
  }

  /** The step in x that moves along the constraint and keeps the active ones: {@code J2 d2}. */
  @HotPath
  void direction(double[] d, double[] out) {
    for (int i = 0; i < variables; i++) {
      double sum = 0;
      for (int k = size; k < variables; k++) {
        sum += j[i * variables + k] * d[k];
      }
      out[i] = sum;
    }
  }

  /** How the active multipliers change: {@code R^-1 d1}. */
  @HotPath
  void multiplierDirection(double[] d, double[] out) {
    for (int row = size - 1; row >= 0; row--) {
      double sum = d[row];
      for (int k = row + 1; k < size; k++) {
        sum -= r[row * variables + k] * out[k];
      }
      out[row] = sum / r[row * variables + row];
    }
  }

  @HotPath
  void add(int constraint, double multiplier, double[] d) {
    for (int k = variables - 1; k > size; k--) {
      double length = Math.hypot(d[k - 1], d[k]);
      if (d[k] != 0) {
        rotate(k - 1, d[k - 1] / length, d[k] / length);
        d[k - 1] = length;
      }
    }
    for (int row = 0; row <= size; row++) {
      r[row * variables + size] = d[row];
    }
    constraints[size] = constraint;
    multipliers[size] = multiplier;
    isActive[constraint] = true;
    size++;
  }

  /** Lets a constraint be that depends on the active ones and is violated by rounding only. */
  @HotPath
  void tolerate(int constraint) {
    isActive[constraint] = true;
  }

  @HotPath
  void drop(int position) {
    isActive[constraints[position]] = false;
    size--;
    for (int column = position; column < size; column++) {
      constraints[column] = constraints[column + 1];
      multipliers[column] = multipliers[column + 1];
      for (int row = 0; row <= column + 1; row++) {
        r[row * variables + column] = r[row * variables + column + 1];
      }
      straighten(column);
    }
  }

  /** Clears the entry below the diagonal. */
  @HotPath
  private void straighten(int column) {
    double above = r[column * variables + column];
    double below = r[(column + 1) * variables + column];
    if (below == 0) {
      return;
    }
    double length = Math.hypot(above, below);
    double cosine = above / length;
    double sine = below / length;
    r[column * variables + column] = length;
    r[(column + 1) * variables + column] = 0;
    for (int k = column + 2; k <= size; k++) {
      double first = r[column * variables + k];
      double second = r[(column + 1) * variables + k];
      r[column * variables + k] = cosine * first + sine * second;
      r[(column + 1) * variables + k] = cosine * second - sine * first;
    }
    rotate(column, cosine, sine);
  }

  @HotPath
  private void rotate(int column, double cosine, double sine) {
    for (int i = 0; i < variables; i++) {
      int at = i * variables + column;
      double first = j[at];
      double second = j[at + 1];
      j[at] = cosine * first + sine * second;
      j[at + 1] = cosine * second - sine * first;
    }
  }

  @HotPath
  int size() {
    return size;
  }

  @HotPath
  int constraint(int position) {
    return constraints[position];
  }

  @HotPath
  boolean contains(int constraint) {
    return isActive[constraint];
  }

  @HotPath
  double multiplier(int position) {
    return multipliers[position];
  }

  /** {@code u -= step * direction}, kept from falling below zero by rounding. */
  @HotPath
  void stepMultipliers(double step, double[] direction) {
    for (int k = 0; k < size; k++) {
      multipliers[k] = Math.max(0, multipliers[k] - step * direction[k]);
    }
  }
}
