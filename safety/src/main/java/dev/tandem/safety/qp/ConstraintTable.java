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
  private int rows;
  private int count;

  ConstraintTable(int maxVariables, int maxRows) {
    this.maxVariables = maxVariables;
    this.normals = new double[maxRows * maxVariables];
    this.limits = new double[maxRows + 2 * maxVariables];
  }

  /** False when it is too large. An infinite limit is none; what is no number leaves a residual. */
  @HotPath
  boolean load(QuadraticProgram program) {
    variables = program.variables();
    rows = program.rows();
    count = rows + 2 * variables;
    if (variables > maxVariables || count > limits.length) {
      return false;
    }
    for (int row = 0; row < rows; row++) {
      loadRow(row, program.coefficients(), program.bounds()[row]);
    }
    for (int i = 0; i < variables; i++) {
      limits[rows + i] = program.upper()[i];
      limits[rows + variables + i] = -program.lower()[i];
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
    double scale = largest >= Double.MIN_NORMAL ? 1 / largest : 1;
    double square = 0;
    for (int i = 0; i < variables; i++) {
      normals[at + i] = coefficients[at + i] * scale;
      square += normals[at + i] * normals[at + i];
    }
    double shrink = square > 0 ? 1 / Math.sqrt(square) : 1;
    for (int i = 0; i < variables; i++) {
      normals[at + i] *= shrink;
    }
    limits[row] = bound * scale * shrink;
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
    if (constraint < rows) {
      return normals[constraint * variables + variable];
    }
    int bound = constraint - rows;
    int sign = bound < variables ? 1 : -1;
    return variable == bound % variables ? sign : 0;
  }

  /** Limit minus normal times x; negative when violated. */
  @HotPath
  double slack(int constraint, double[] x) {
    if (constraint >= rows) {
      int bound = constraint - rows;
      return limits[constraint] + (bound < variables ? -x[bound] : x[bound - variables]);
    }
    double sum = limits[constraint];
    int at = constraint * variables;
    for (int i = 0; i < variables; i++) {
      sum -= normals[at + i] * x[i];
    }
    return sum;
  }
}
