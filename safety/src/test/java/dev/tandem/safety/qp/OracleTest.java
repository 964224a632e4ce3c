package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Optimisation;

/**
 * Random programs with as many steps as the control thread gives; {@code -Dtandem.qps=100000} runs
 * the whole claim, which takes a core about a minute. What is feasible is known by construction.
 * Where ojAlgo is of another opinion about the optimum, arithmetic in 60 digits decides: ours must
 * be the optimum, with bounds kept but for 1e-8.
 */
class OracleTest {
  private static final long SEED = 20261121;
  private static final int PROGRAMS = Integer.getInteger("tandem.qps", 2_000);

  /**
   * Of the feasible programs, the share that may need more steps than there are: the arm brakes.
   */
  private static final double EXHAUSTED_SHARE = 1e-3;

  private final DualActiveSet solver =
      new DualActiveSet(
          RandomProgram.MAX_VARIABLES, RandomProgram.MAX_ROWS, DualActiveSet.USUAL_STEPS);
  private int agreed;
  private int decided;
  private int infeasible;
  private int unsolved;

  @Test
  void solvesLikeTheOracleWhatIsFeasibleAndDetectsWhatIsNot() {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram random =
          new RandomProgram(new SplittableRandom(seed), RandomProgram.WELL_POSED);
      QpStatus status = solver.solve(random.program);
      if (!random.feasible) {
        assertEquals(QpStatus.INFEASIBLE, status, "seed " + seed);
        infeasible++;
      } else if (status == QpStatus.SOLVED) {
        compare(random.program, seed);
      } else {
        assertEquals(QpStatus.EXHAUSTED, status, "seed " + seed);
        unsolved++;
      }
    }
    assertTrue(agreed > 0.6 * PROGRAMS, counts());
    assertTrue(decided < 0.03 * PROGRAMS, counts());
    assertTrue(infeasible > 0.25 * PROGRAMS, counts());
    assertTrue(unsolved <= EXHAUSTED_SHARE * PROGRAMS, counts());
    System.getLogger("oracle").log(System.Logger.Level.INFO, counts());
  }

  private String counts() {
    return "%d agreed, %d decided in 60 digits, %d infeasible, %d unsolved"
        .formatted(agreed, decided, infeasible, unsolved);
  }

  private void compare(QuadraticProgram program, long seed) {
    Optimisation.Result oracle = Oracle.solve(program);
    double difference = 0;
    for (int i = 0; i < program.variables(); i++) {
      difference = Math.max(difference, Math.abs(oracle.doubleValue(i) - solver.solution()[i]));
    }
    if (oracle.getState().isOptimal() && difference <= 1e-6) {
      agreed++;
    } else {
      assertOptimal(program, 1e-8, 1e-6, seed);
      decided++;
    }
  }

  private void assertOptimal(
      QuadraticProgram program, double allowedViolation, double allowedError, long seed) {
    ExactOptimum exact = new ExactOptimum(program, solver.active());
    assertTrue(exact.violation <= allowedViolation, "violated, seed " + seed);
    assertTrue(exact.leastMultiplier >= -1e-9, "pulls, seed " + seed);
    for (int i = 0; i < program.variables(); i++) {
      assertEquals(
          exact.x[i], solver.solution()[i], allowedError, "variable " + i + ", seed " + seed);
    }
  }

  /**
   * Rows that are parallel but for 1e-4 put the optimum wherever rounding wants it. What is asked
   * of them: a solution is the optimum of a program whose bounds are the given ones but for 1e-6,
   * and what is infeasible never has one.
   */
  @Test
  void neverCallsSolvedWhatIsNotAlsoWhereRowsAreNearlyParallel() {
    for (long seed = SEED; seed < SEED + PROGRAMS / 4; seed++) {
      RandomProgram random = new RandomProgram(new SplittableRandom(seed), RandomProgram.ILL_POSED);
      QpStatus status = solver.solve(random.program);
      if (!random.feasible) {
        assertNotEquals(QpStatus.SOLVED, status, "seed " + seed);
      } else if (status == QpStatus.SOLVED) {
        assertOptimal(random.program, 1e-6, 1e-4, seed);
      } else {
        unsolved++;
      }
    }
    assertTrue(unsolved <= EXHAUSTED_SHARE * PROGRAMS, counts());
  }
}
