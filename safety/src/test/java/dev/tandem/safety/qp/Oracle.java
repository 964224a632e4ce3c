package dev.tandem.safety.qp;

import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The same program, solved by ojAlgo. */
final class Oracle {
  private Oracle() {}

  static Optimisation.Result solve(QuadraticProgram program) {
    int n = program.variables();
    R064Store h = R064Store.FACTORY.make(n, n);
    R064Store g = R064Store.FACTORY.make(n, 1);
    R064Store a = R064Store.FACTORY.make(program.rows() + 2 * n, n);
    R064Store b = R064Store.FACTORY.make(program.rows() + 2 * n, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        h.set(i, j, program.hessian()[i * n + j]);
      }
      g.set(i, 0, -program.gradient()[i]);
      a.set(program.rows() + i, i, 1);
      b.set(program.rows() + i, 0, program.upper()[i]);
      a.set(program.rows() + n + i, i, -1);
      b.set(program.rows() + n + i, 0, -program.lower()[i]);
    }
    for (int row = 0; row < program.rows(); row++) {
      double size = 0;
      for (int i = 0; i < n; i++) {
        size = Math.max(size, Math.abs(program.coefficients()[row * n + i]));
      }
      for (int i = 0; i < n; i++) {
        a.set(row, i, program.coefficients()[row * n + i] / size);
      }
      b.set(row, 0, program.bounds()[row] / size);
    }
    Optimisation.Options options = new Optimisation.Options();
    options.iterations_abort = 300;
    options.iterations_suffice = 300;
    options.time_abort = 200;
    options.time_suffice = 200;
    return ConvexSolver.newBuilder().objective(h, g).inequalities(a, b).build(options).solve();
  }
}
