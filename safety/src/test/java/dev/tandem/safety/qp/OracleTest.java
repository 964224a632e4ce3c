package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Optimisation;

/**
 * Random programs against ojAlgo; {@code -Dtandem.qps=100000} runs the whole claim. What is
 * feasible is known by construction, so that no oracle's opinion is needed for that.
 */
class OracleTest {
  private static final long SEED = 20261121;
  private static final int STEPS = 400;

  private final DualActiveSet solver =
      new DualActiveSet(RandomProgram.MAX_VARIABLES, RandomProgram.MAX_ROWS, STEPS);
  private int compared;
  private int infeasible;
  private int oracleErred;

  @Test
  void solvesWhatIsFeasibleLikeTheOracleAndDetectsWhatIsNot() {
    int programs = Integer.getInteger("tandem.qps", 2_000);
    for (int i = 0; i < programs; i++) {
      RandomProgram random = new RandomProgram(new SplittableRandom(SEED + i));
      QpStatus status = solver.solve(random.program);
      assertEquals(
          random.feasible ? QpStatus.SOLVED : QpStatus.INFEASIBLE, status, "seed " + (SEED + i));
      if (random.feasible) {
        compare(random.program, SEED + i);
      } else {
        infeasible++;
      }
    }
    assertTrue(compared > 0.5 * programs, "compared only " + compared + ", erred " + oracleErred);
    assertTrue(infeasible > 0.25 * programs, "infeasible only " + infeasible);
  }

  private void compare(QuadraticProgram program, long seed) {
    Optimisation.Result oracle = Oracle.solve(program);
    double difference = 0;
    for (int i = 0; i < program.variables(); i++) {
      difference = Math.max(difference, Math.abs(oracle.doubleValue(i) - solver.solution()[i]));
    }
    if (oracle.getState().isOptimal() && difference <= 1e-6) {
      compared++;
    } else {
      oracleErred++;
      double[] theirs = new double[program.variables()];
      for (int i = 0; i < theirs.length; i++) {
        theirs[i] = oracle.doubleValue(i);
      }
      boolean worse = objective(program, theirs) > objective(program, solver.solution()) - 1e-7;
      assertTrue(worse || violation(program, theirs) > 1e-10, "better oracle, seed " + seed);
      assertTrue(violation(program, solver.solution()) < 1e-6, "violated, seed " + seed);
    }
  }

  private static double objective(QuadraticProgram program, double[] x) {
    int n = program.variables();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += program.gradient()[i] * x[i];
      for (int j = 0; j < n; j++) {
        sum += 0.5 * program.hessian()[i * n + j] * x[i] * x[j];
      }
    }
    return sum;
  }

  /** The worst, of rows scaled to a largest coefficient of one. */
  private static double violation(QuadraticProgram program, double[] x) {
    int n = program.variables();
    double worst = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.max(x[i] - program.upper()[i], program.lower()[i] - x[i]));
    }
    for (int row = 0; row < program.rows(); row++) {
      double over = -program.bounds()[row];
      double largest = 0;
      for (int i = 0; i < n; i++) {
        double coefficient = program.coefficients()[row * n + i];
        over += coefficient * x[i];
        largest = Math.max(largest, Math.abs(coefficient));
      }
      worst = Math.max(worst, over / largest);
    }
    return worst;
  }
}
