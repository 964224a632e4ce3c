package dev.tandem.safety.qp;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The optimum on a given set of active constraints, in 60 digits, and whether it is the program's:
 * in a strictly convex program whoever meets the conditions of Karush, Kuhn and Tucker is the only
 * optimum, so that no solver's opinion is needed.
 */
final class ExactOptimum {
  private static final MathContext DIGITS = new MathContext(60);

  final double[] x;

  /** The worst of constraints scaled to a largest coefficient of one. */
  final double violation;

  /** Of the active constraints; negative when one pulls instead of pushing. */
  final double leastMultiplier;

  private final QuadraticProgram program;
  private final int n;

  ExactOptimum(QuadraticProgram program, ActiveSet active) {
    this.program = program;
    this.n = program.variables();
    BigDecimal[] solution = solve(system(active));
    this.x = Arrays.stream(solution, 0, n).mapToDouble(BigDecimal::doubleValue).toArray();
    this.violation = worst(solution);
    this.leastMultiplier =
        Arrays.stream(solution, n, solution.length)
            .mapToDouble(BigDecimal::doubleValue)
            .min()
            .orElse(0);
  }

  /** {@code (H N; N' 0 | -g; b)}. */
  private BigDecimal[][] system(ActiveSet active) {
    int size = n + active.size();
    BigDecimal[][] system = new BigDecimal[size][size + 1];
    for (BigDecimal[] row : system) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        system[i][k] = new BigDecimal(program.hessian()[i * n + k]);
      }
      system[i][size] = new BigDecimal(-program.gradient()[i]);
    }
    for (int k = 0; k < active.size(); k++) {
      int constraint = active.constraint(k);
      for (int i = 0; i < n; i++) {
        system[n + k][i] = coefficient(constraint, i);
        system[i][n + k] = system[n + k][i];
      }
      system[n + k][size] = new BigDecimal(limit(constraint));
    }
    return system;
  }

  private BigDecimal coefficient(int constraint, int variable) {
    if (constraint < program.rows()) {
      return new BigDecimal(program.coefficients()[constraint * n + variable]);
    }
    boolean isUpper = constraint < program.rows() + n;
    int bounded = (constraint - program.rows()) % n;
    return bounded != variable
        ? BigDecimal.ZERO
        : isUpper ? BigDecimal.ONE : BigDecimal.ONE.negate();
  }

  private double limit(int constraint) {
    int bound = constraint - program.rows();
    if (bound < 0) {
      return program.bounds()[constraint];
    }
    return bound < n ? program.upper()[bound] : -program.lower()[bound - n];
  }

  /** Gauss's elimination with the largest pivot of each column. */
  private static BigDecimal[] solve(BigDecimal[][] a) {
    int size = a.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = a[row][column].abs().compareTo(a[pivot][column].abs()) > 0 ? row : pivot;
      }
      BigDecimal[] swapped = a[pivot];
      a[pivot] = a[column];
      a[column] = swapped;
      for (int row = column + 1; row < size; row++) {
        subtract(a[row], a[column], column, column);
      }
    }
    for (int column = size - 1; column >= 0; column--) {
      for (int row = 0; row < column; row++) {
        subtract(a[row], a[column], column, size);
      }
    }
    BigDecimal[] solution = new BigDecimal[size];
    Arrays.setAll(solution, i -> a[i][size].divide(a[i][i], DIGITS));
    return solution;
  }

  /** Clears an entry of a row by another row, of which the entries {@code from ..} count. */
  private static void subtract(BigDecimal[] row, BigDecimal[] pivot, int column, int from) {
    if (row[column].signum() == 0) {
      return;
    }
    BigDecimal factor = row[column].divide(pivot[column], DIGITS);
    for (int k = from; k < row.length; k++) {
      row[k] = row[k].subtract(factor.multiply(pivot[k], DIGITS), DIGITS);
    }
  }

  private double worst(BigDecimal[] solution) {
    double worst = 0;
    for (int constraint = 0; constraint < program.rows() + 2 * n; constraint++) {
      BigDecimal over = new BigDecimal(-limit(constraint));
      BigDecimal largest = BigDecimal.ZERO;
      for (int i = 0; i < n; i++) {
        BigDecimal coefficient = coefficient(constraint, i);
        over = over.add(coefficient.multiply(solution[i], DIGITS), DIGITS);
        largest = largest.max(coefficient.abs());
      }
      worst = Math.max(worst, over.divide(largest, DIGITS).doubleValue());
    }
    return worst;
  }
}
