package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as rounding, what as a contradiction, and who pushed. */
class ToleranceTest {
  private final QuadraticProgram program = new QuadraticProgram(3, 8);
  private final DualActiveSet solver = new DualActiveSet(3, 8, DualActiveSet.USUAL_STEPS);

  /** Nearest point to {@code target}. */
  private void nearestTo(double... target) {
    program.reset(target.length);
    for (int i = 0; i < target.length; i++) {
      program.hessian()[i * target.length + i] = 1;
      program.gradient()[i] = -target[i];
    }
  }

  /** The share of a limit, plus one, by which it may be exceeded: 1e-10. */
  @ParameterizedTest
  @CsvSource({"0, 0.9e-10, -1", "0, 1e-10, -1", "0, 1.1e-10, 0", "9, 0.9e-9, -1", "9, 1.1e-9, 0"})
  void aViolationBelowRoundingIsNone(double limit, double beyond, int hardest) {
    nearestTo(limit + beyond);
    program.upper()[0] = limit;
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(hardest, solver.hardestConstraint());
  }

  /** Limits that cross by 1e-7 of their size, plus one, may do so by rounding. */
  @ParameterizedTest
  @CsvSource({"0, 0.9e-7, SOLVED", "0, 1.1e-7, INFEASIBLE"})
  void limitsThatCrossByMoreThanRoundingContradictEachOther(
      double limit, double gap, QpStatus expected) {
    nearestTo(limit + 5);
    program.upper()[0] = limit;
    program.lower()[0] = limit + gap;
    assertEquals(expected, solver.solve(program));
  }

  @ParameterizedTest
  @CsvSource({"0.9e-6, SOLVED", "1.1e-6, INFEASIBLE"})
  void largeLimitsMayCrossByMore(double gap, QpStatus expected) {
    nearestTo(14);
    program.upper()[0] = 9;
    program.lower()[0] = 9 + gap;
    assertEquals(expected, solver.solve(program));
  }

  @Test
  void limitsThatCrossByAllThatRoundingMayExplainContradictEachOther() {
    nearestTo(0);
    program.upper()[0] = -1e-7;
    program.lower()[0] = 0;
    assertEquals(QpStatus.INFEASIBLE, solver.solve(program));
  }

  /** Where an active row can give way, what rounding cannot have made is kept: 1e-9. */
  @Test
  void aSmallViolationIsMendedWhereAnotherRowCanGiveWay() {
    nearestTo(5, 3);
    program.upper()[0] = 0;
    program.upper()[1] = 0;
    program.addRow(new double[] {0.5, -0.5 * Math.sqrt(3)}, 0, -1e-8);
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(-2e-8, solver.solution()[0], 1e-10);
  }

  @Test
  void ofConstraintsThatPushAlikeTheFirstIsTheHardest() {
    nearestTo(5, 5);
    program.upper()[0] = 1;
    program.upper()[1] = 1;
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(0, solver.hardestConstraint(), "bounds of two variables");
    nearestTo(5, 5);
    program.addRow(new double[] {1, 1}, 0, 1);
    program.addRow(new double[] {1, 1}, 0, 1);
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(0, solver.hardestConstraint(), "equal rows");
  }

  @Test
  void theHardestConstraintIsTheOneThatPushesMost() {
    nearestTo(5, -9, 2);
    program.upper()[0] = 1;
    program.lower()[1] = -1;
    program.addRow(new double[] {0, 0, 100}, 0, 100);
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(1 + 3 + 1, solver.hardestConstraint(), "the lower bound: 8 against 4 and 1");
    nearestTo(5, -9, 22);
    program.upper()[0] = 1;
    program.lower()[1] = -1;
    program.addRow(new double[] {0, 0, 100}, 0, 100);
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(0, solver.hardestConstraint(), "the row: 21");
    nearestTo(50, -9, 22);
    program.upper()[0] = 1;
    program.lower()[1] = -1;
    program.addRow(new double[] {0, 0, 100}, 0, 100);
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(1, solver.hardestConstraint(), "the upper bound: 49");
  }

  @Test
  void aRowPushesAsIfItsNormalHadLengthOne() {
    nearestTo(6, 8, 10.5);
    program.addRow(new double[] {3, 4, 0}, 0, 0);
    program.upper()[2] = 0;
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(1 + 2, solver.hardestConstraint(), "the bound: 10.5 against 10");
    nearestTo(6, 8, 9.5);
    program.addRow(new double[] {3, 4, 0}, 0, 0);
    program.upper()[2] = 0;
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(0, solver.hardestConstraint(), "the row: 10 against 9.5");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aConstraintTakesAStep(int constraints) {
    nearestTo(5, 5, 5);
    for (int i = 0; i < constraints; i++) {
      program.upper()[i] = 1;
    }
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(constraints, solver.steps());
  }

  /** H is 64, 8; 8, 2, and the minimum (-1, 4): y <= 0 has pushed just enough at x = 0. */
  @Test
  void aConstraintThatStopsPushingJustWhereTheNextOneHoldsCostsNoStep() {
    program.reset(2);
    System.arraycopy(new double[] {64, 8, 8, 2}, 0, program.hessian(), 0, 4);
    program.gradient()[0] = 32;
    program.upper()[1] = 0;
    program.lower()[0] = 0;
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    assertEquals(0, solver.solution()[0]);
    assertEquals(0, solver.solution()[1]);
    assertEquals(2, solver.steps());
  }

  @Test
  void aProgramMayFillItsSolverToTheLastRowAndBound() {
    QuadraticProgram full = new QuadraticProgram(2, 1);
    full.hessian()[0] = 1;
    full.hessian()[3] = 1;
    full.gradient()[0] = -5;
    full.upper()[0] = 1;
    full.lower()[1] = 2;
    assertEquals(0, full.addRow(new double[] {1, 1}, 0, 2));
    DualActiveSet exact = new DualActiveSet(2, 1, DualActiveSet.USUAL_STEPS);
    assertEquals(QpStatus.SOLVED, exact.solve(full));
    assertEquals(0, exact.solution()[0], 1e-12);
    assertEquals(2, exact.solution()[1], 1e-12);
  }

  @Test
  void theSmallestSolverSolvesTheSmallestProgram() {
    QuadraticProgram least = new QuadraticProgram(1, 0);
    least.hessian()[0] = 1;
    least.gradient()[0] = -5;
    least.upper()[0] = 1;
    DualActiveSet one = new DualActiveSet(1, 0, 1);
    assertEquals(QpStatus.SOLVED, one.solve(least));
    assertEquals(1, one.solution()[0]);
  }

  @Test
  void aProgramForgetsTheOneBefore() {
    nearestTo(5, 5, 5);
    assertEquals(0, program.addRow(new double[] {1, 1, 1}, 0, 1));
    assertEquals(1, program.addRow(new double[] {1, 1, 1}, 0, 2));
    program.upper()[0] = 1;
    program.lower()[1] = 1;
    program.reset(3);
    assertEquals(0, program.rows());
    assertArrayEquals(new double[9], program.hessian());
    assertArrayEquals(new double[3], program.gradient());
    assertEquals(Double.POSITIVE_INFINITY, program.upper()[0]);
    assertEquals(Double.NEGATIVE_INFINITY, program.lower()[1]);
  }

  @Test
  void aProgramThatIsTooLargeIsNotSolved() {
    DualActiveSet small = new DualActiveSet(2, 1, DualActiveSet.USUAL_STEPS);
    nearestTo(5, 5, 5);
    assertEquals(QpStatus.EXHAUSTED, small.solve(program), "a variable too many");
    nearestTo(5, 5);
    program.addRow(new double[] {1, 0}, 0, 1);
    assertEquals(QpStatus.SOLVED, small.solve(program));
    program.addRow(new double[] {1, 1}, 0, 1);
    assertEquals(QpStatus.EXHAUSTED, small.solve(program), "a row too many");
  }
}
