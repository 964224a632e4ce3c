package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.AllocatedBytes;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DualActiveSetTest {
  private final QuadraticProgram program = new QuadraticProgram(16, 96);
  private final DualActiveSet solver = new DualActiveSet(16, 96, DualActiveSet.USUAL_STEPS);

  /** Nearest point to {@code target}. */
  private void nearestTo(double... target) {
    program.reset(target.length);
    for (int i = 0; i < target.length; i++) {
      program.hessian()[i * target.length + i] = 1;
      program.gradient()[i] = -target[i];
    }
  }

  private void row(double bound, double... coefficients) {
    program.addRow(coefficients, 0, bound);
  }

  private double[] solved() {
    assertEquals(QpStatus.SOLVED, solver.solve(program));
    return Arrays.copyOf(solver.solution(), program.variables());
  }

  @Test
  void withoutConstraintsTheMinimumOfTheObjective() {
    nearestTo(1, -2, 3);
    assertArrayEquals(new double[] {1, -2, 3}, solved(), 1e-12);
    assertEquals(-1, solver.hardestConstraint());
  }

  @Test
  void theNearestPointOfAHalfSpaceIsItsFoot() {
    nearestTo(2, 2);
    row(2, 1, 1);
    assertArrayEquals(new double[] {1, 1}, solved(), 1e-12);
    assertEquals(0, solver.hardestConstraint());
  }

  @Test
  void boundsHoldOnBothSides() {
    nearestTo(5, -5);
    program.upper()[0] = 1;
    program.lower()[1] = -2;
    assertArrayEquals(new double[] {1, -2}, solved(), 1e-12);
    assertEquals(0, solver.hardestConstraint());
    nearestTo(0, -5);
    program.lower()[1] = -2;
    solved();
    assertEquals(3, solver.hardestConstraint(), "the lower bound of variable 1");
  }

  @Test
  void aRowThatStoppedMatteringIsDropped() {
    nearestTo(0, 3);
    row(1, -0.9, 1);
    row(0, 0, 1);
    row(10, 1, 1);
    assertArrayEquals(new double[] {0, 0}, solved(), 1e-12);
  }

  @Test
  void rowsThatContradictEachOtherAreInfeasible() {
    nearestTo(0, 0);
    row(-1, 1, 0);
    row(-1, -1, 0);
    assertEquals(QpStatus.INFEASIBLE, solver.solve(program));
  }

  @Test
  void aRowThatContradictsTheBoxIsInfeasible() {
    nearestTo(0, 0);
    program.upper()[0] = 1;
    program.upper()[1] = 1;
    row(-2.001, -1, -1);
    assertEquals(QpStatus.INFEASIBLE, solver.solve(program));
  }

  @Test
  void anEmptyRowCountsForWhatItSays() {
    nearestTo(1, 1);
    row(0, 0, 0);
    assertArrayEquals(new double[] {1, 1}, solved(), 1e-12);
    row(-1, 0, 0);
    assertEquals(QpStatus.INFEASIBLE, solver.solve(program));
  }

  @Test
  void lowerAboveUpperIsInfeasible() {
    nearestTo(0);
    program.lower()[0] = 1;
    program.upper()[0] = 0.999;
    assertEquals(QpStatus.INFEASIBLE, solver.solve(program));
  }

  @Test
  void equalRowsCountOnce() {
    nearestTo(2, 2);
    for (int i = 0; i < 90; i++) {
      row(2, 1, 1);
    }
    assertArrayEquals(new double[] {1, 1}, solved(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-12, 1e12, 1e200})
  void aRowsScaleDoesNotMatter(double scale) {
    nearestTo(2, 2);
    row(2 * scale, scale, scale);
    assertArrayEquals(new double[] {1, 1}, solved(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotFiniteIsNotSolved(double value) {
    nearestTo(1, 1);
    program.gradient()[0] = value;
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
    nearestTo(1, 1);
    program.hessian()[0] = value;
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
    nearestTo(1, 1);
    row(0, value, 0);
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
    nearestTo(1, 1);
    row(-value, 1, 0);
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
    nearestTo(1, 1);
    program.upper()[0] = -value;
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
  }

  @Test
  void anObjectiveThatIsNotFiniteIsNoContradictionOfItsLimits() {
    nearestTo(1);
    program.gradient()[0] = Double.NEGATIVE_INFINITY;
    program.upper()[0] = 1;
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
  }

  @Test
  void anObjectiveWithoutMinimumIsNotSolved() {
    nearestTo(1, 1);
    program.hessian()[3] = -1;
    assertEquals(QpStatus.EXHAUSTED, solver.solve(program));
  }

  @Test
  void givesUpAfterTheStepsItMayTake() {
    nearestTo(5, 5, 5);
    Arrays.fill(program.upper(), 0, 3, 1);
    assertEquals(QpStatus.EXHAUSTED, new DualActiveSet(16, 96, 2).solve(program));
    assertEquals(QpStatus.SOLVED, new DualActiveSet(16, 96, 3).solve(program));
  }

  @Test
  void refusesSizesThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> new DualActiveSet(2, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new QuadraticProgram(0, 2));
    assertThrows(IllegalArgumentException.class, () -> new QuadraticProgram(2, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> program.reset(17));
    assertThrows(IndexOutOfBoundsException.class, () -> program.reset(0));
  }

  @Test
  void allocatesNothing() {
    QuadraticProgram busy =
        new RandomProgram(new SplittableRandom(3), RandomProgram.WELL_POSED).program;
    assertEquals(0, AllocatedBytes.perCall(() -> solver.solve(busy)));
    assertTrue(solver.steps() > 0, "a program without steps shows nothing");
  }
}
