package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.safety.qp.DualActiveSet;
import dev.tandem.safety.qp.QpStatus;
import dev.tandem.safety.qp.QuadraticProgram;

/**
 * The accelerations a nearest to the wanted ones w that keep the rows: minimise {@code (a - w)' M
 * (a - w)}, with M the mass matrix. This is Gauss's principle of least constraint: a limit pushes
 * back like a smooth wall and changes nothing that it need not. In torques the weight is M^-1, so
 * that a heavy joint's Nm count less than a light one's.
 *
 * <p>When not everything can be kept, comfort gives way a little, then soft rows do, by slack that
 * costs; hard rows never. Rows push slack up only, so it needs no bound.
 */
final class BarrierProgram {
  private static final double COMFORT_WEIGHT = 1;
  private static final double SOFT_WEIGHT = 1e4;

  private final int joints;
  private final QuadraticProgram program;
  private final DualActiveSet solver;
  private final double[] row;

  BarrierProgram(int joints, int maxRows, int maxSteps) {
    this.joints = joints;
    this.program = new QuadraticProgram(joints + 2, maxRows);
    this.solver = new DualActiveSet(joints + 2, maxRows, maxSteps);
    this.row = new double[joints + 2];
  }

  @HotPath
  QpStatus solve(double[] mass, double[] wanted, BarrierRows rows, boolean relaxed) {
    int n = relaxed ? joints + 2 : joints;
    program.reset(n);
    for (int i = 0; i < joints; i++) {
      for (int k = 0; k < joints; k++) {
        program.hessian()[i * n + k] = mass[i * joints + k];
        program.gradient()[i] -= mass[i * joints + k] * wanted[k];
      }
    }
    if (relaxed) {
      program.hessian()[joints * n + joints] = COMFORT_WEIGHT;
      program.hessian()[(joints + 1) * n + joints + 1] = SOFT_WEIGHT;
    }
    addRows(rows);
    return solver.solve(program);
  }

  @HotPath
  private void addRows(BarrierRows rows) {
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.coefficients, r * joints, row, 0, joints);
      BarrierLimit.Firmness firmness = rows.limits[r].firmness;
      row[joints] = firmness == BarrierLimit.Firmness.COMFORT ? -1 : 0;
      row[joints + 1] = firmness == BarrierLimit.Firmness.SOFT ? -1 : 0;
      program.addRow(row, 0, rows.bounds[r]);
    }
  }

  /** [joints], after SOLVED. */
  @HotPath
  double[] accelerations() {
    return solver.solution();
  }

  /** How many rows pushed, after SOLVED. */
  @HotPath
  int activeRows() {
    return solver.activeConstraints();
  }

  @HotPath
  int activeRow(int index) {
    return solver.activeConstraint(index);
  }

  /** The row that pushed hardest, or -1. */
  @HotPath
  int hardestRow() {
    return solver.hardestConstraint();
  }
}
