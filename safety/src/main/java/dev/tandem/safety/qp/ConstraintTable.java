package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;

/**
 * Rows and bounds of a program as one list of constraints {@code normal x <= limit} with normals of
 * length one, so that a badly scaled row counts no more and no less than any other. First the rows,
 * then the upper bounds, then the lower ones.
 */
final class ConstraintTable {
  private final double[] normals;
  private final double[] limits;
  private final int maxVariables;
  private int variables;
  private int count;

  ConstraintTable(int maxVariables, int maxRows) {
    this.maxVariables = maxVariables;
    int most = maxRows + 2 * maxVariables;
    this.normals = new double[most * maxVariables];
    this.limits = new double[most];
  }

  /** False when it is too large. An infinite limit is none; what is no number leaves a residual. */
  @HotPath
  boolean load(QuadraticProgram program) {
    variables = program.variables();
    count = program.rows() + 2 * variables;
    if (variables > maxVariables || count > limits.length) {
      return false;
    }
    for (int row = 0; row < program.rows(); row++) {
      loadRow(row, program.coefficients(), program.bounds()[row]);
    }
    for (int i = 0; i < variables; i++) {
      loadBound(program.rows() + i, i, 1, program.upper()[i]);
      loadBound(program.rows() + variables + i, i, -1, -program.lower()[i]);
    }
    return true;
  }

  @HotPath
  private void loadRow(int row, double[] coefficients, double bound) {
    int at = row * variables;
    double largest = 0;
    for (int i = 0; i < variables; i++) {
      largest = Math.max(largest, Math.abs(coefficients[at + i]));
    }
    double scale = largest > 0 ? largest : 1;
    double square = 0;
    for (int i = 0; i < variables; i++) {
      double share = coefficients[at + i] / scale;
      square += share * share;
    }
    double root = square > 0 ? Math.sqrt(square) : 1;
    for (int i = 0; i < variables; i++) {
      normals[at + i] = coefficients[at + i] / scale / root;
    }
    limits[row] = bound / scale / root;
  }

  @HotPath
  private void loadBound(int constraint, int variable, int sign, double bound) {
    int at = constraint * variables;
    for (int i = 0; i < variables; i++) {
      normals[at + i] = i == variable ? sign : 0;
    }
    limits[constraint] = bound;
  }

  @HotPath
  int count() {
    return count;
  }

  @HotPath
  double limit(int constraint) {
    return limits[constraint];
  }

  @HotPath
  double normal(int constraint, int variable) {
    return normals[constraint * variables + variable];
  }

  /** Limit minus normal times x; negative when violated. */
  @HotPath
  double slack(int constraint, double[] x) {
    double sum = limits[constraint];
    int at = constraint * variables;
    for (int i = 0; i < variables; i++) {
      sum -= normals[at + i] * x[i];
    }
    return sum;
  }
}
