package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two variables, objective x'x/2 - (4, 3)'x, one row x0 + x1 <= 5. */
class ResidualTest {
  private static final double ROOT = Math.sqrt(2);

  private final QuadraticProgram program = new QuadraticProgram(2, 4);
  private final ConstraintTable table = new ConstraintTable(2, 4);
  private final ActiveSet active = new ActiveSet(2, 8);

  @BeforeEach
  void fill() {
    program.hessian()[0] = 1;
    program.hessian()[3] = 1;
    program.gradient()[0] = -4;
    program.gradient()[1] = -3;
    active.start(new double[] {1, 0, 0, 1}, 2);
  }

  private double of(double... x) {
    table.load(program);
    return Residual.of(program, table, active, x);
  }

  private void keepRow() {
    program.addRow(new double[] {1, 1}, 0, 5);
  }

  @Test
  void isZeroAtTheMinimum() {
    assertEquals(0, of(4, 3));
  }

  @Test
  void isTheGradientThatIsLeftRelativeToItsLargestTerm() {
    assertEquals(0.5 / 4.5, of(4.5, 3), 1e-15);
    assertEquals(0.5 / 4, of(3.5, 3), 1e-15);
    assertEquals(0.25 / 3.25, of(4, 3.25), 1e-15);
  }

  @Test
  void smallGradientsCountAsTheyAre() {
    program.gradient()[0] = -0.25;
    program.gradient()[1] = 0;
    assertEquals(0.125, of(0.125, 0), 1e-15);
  }

  @Test
  void isTheViolationRelativeToTheLimit() {
    program.upper()[0] = 3;
    assertEquals(0.25, of(4, 3), 1e-15, "by 1 of 1 + 3");
    program.upper()[0] = Double.POSITIVE_INFINITY;
    program.lower()[1] = 7;
    assertEquals(0.5, of(4, 3), 1e-15, "by 4 of 1 + 7");
  }

  @Test
  void countsWhatActiveConstraintsPush() {
    keepRow();
    table.load(program);
    double[] projection = new double[2];
    active.project(table, 0, projection);
    active.add(0, ROOT, projection);
    assertEquals(0, of(3, 2), 1e-15, "1 along both, of a normal of length one");
    assertEquals(1.0 / 4, of(2, 2), 1e-15);
  }

  @Test
  void isNoNumberWhereThereIsNone() {
    assertEquals(Double.NaN, of(Double.NaN, 0));
  }
}
