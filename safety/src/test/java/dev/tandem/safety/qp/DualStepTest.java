package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a step towards a row goes while upper bounds of three variables are active. */
class DualStepTest {
  private final ConstraintTable table = new ConstraintTable(3, 1);
  private final ActiveSet active = new ActiveSet(3, 7);
  private final DualStep step = new DualStep(3);

  /** The Hessian is the identity times the square of {@code root}. */
  private void load(double root, double... row) {
    QuadraticProgram program = new QuadraticProgram(3, 1);
    program.addRow(row, 0, 0);
    table.load(program);
    active.start(new double[] {root, 0, 0, 0, root, 0, 0, 0, root}, 3);
  }

  /** The upper bounds come after the row. */
  private void activate(int variable, double multiplier) {
    double[] projection = new double[3];
    active.project(table, 1 + variable, projection);
    active.add(1 + variable, multiplier, projection);
  }

  private void aim() {
    step.aim(table, active, 0, 3);
  }

  /** The tangent of the angle between row and bound; 1e-10 is rounding. */
  @ParameterizedTest
  @CsvSource({"1, 0.5e-10, false", "1, 1e-10, false", "1, 1.1e-10, true", "2, 1.5e-10, true"})
  void movesWhereTheRowIsNoCombinationOfActiveOnes(double root, double tangent, boolean moves) {
    load(root, 1, tangent, 0);
    activate(0, 1);
    aim();
    assertEquals(moves, step.moves());
  }

  @ParameterizedTest
  @CsvSource({"1e-12, -1", "1.1e-12, 0", "-1, -1"})
  void aMultiplierThatHardlyFallsDoesNotBlock(double decrease, int blocking) {
    load(1, decrease, 1, 0);
    activate(0, 1);
    aim();
    assertEquals(blocking, step.blocking());
  }

  @Test
  void ofMultipliersThatVanishTogetherTheFirstBlocks() {
    load(1, 1, 1, 0);
    activate(0, 1 / Math.sqrt(2));
    activate(1, 1 / Math.sqrt(2));
    aim();
    assertEquals(0, step.blocking());
  }
}
