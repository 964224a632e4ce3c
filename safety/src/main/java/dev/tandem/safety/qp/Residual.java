package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;

/** How far a point is from the optimum's conditions (Karush, Kuhn and Tucker), relative to size. */
final class Residual {
  private Residual() {}

  /** The worst of violation and missing balance of gradients; NaN when that is no number. */
  @HotPath
  static double of(QuadraticProgram program, ConstraintTable table, ActiveSet active, double[] x) {
    double worst = 0;
    for (int k = 0; k < table.count(); k++) {
      double scale = 1 + Math.min(Double.MAX_VALUE, Math.abs(table.limit(k)));
      worst = Math.max(worst, -table.slack(k, x) / scale);
    }
    for (int i = 0; i < program.variables(); i++) {
      worst = Math.max(worst, imbalance(program, table, active, x, i));
    }
    return worst;
  }

  /** {@code |H x + g + N u|} of one variable, relative to its largest term. */
  @HotPath
  private static double imbalance(
      QuadraticProgram program, ConstraintTable table, ActiveSet active, double[] x, int i) {
    int n = program.variables();
    double sum = program.gradient()[i];
    double largest = Math.max(1, Math.abs(sum));
    for (int k = 0; k < n; k++) {
      double term = program.hessian()[i * n + k] * x[k];
      sum += term;
      largest = Math.max(largest, Math.abs(term));
    }
    for (int k = 0; k < active.size(); k++) {
      double term = active.multiplier(k) * table.normal(active.constraint(k), i);
      sum += term;
      largest = Math.max(largest, Math.abs(term));
    }
    return Math.abs(sum) / largest;
  }
}
