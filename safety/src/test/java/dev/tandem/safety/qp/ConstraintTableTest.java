package dev.tandem.safety.qp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTableTest {
  private final QuadraticProgram program = new QuadraticProgram(2, 1);
  private final ConstraintTable table = new ConstraintTable(2, 1);

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-100, 1e-300, Double.MIN_NORMAL, 1e100, 1e307})
  void aRowCountsNoMoreAndNoLessThanAnyOther(double scale) {
    program.addRow(new double[] {4 * scale, 3 * scale}, 0, 10 * scale);
    table.load(program);
    assertEquals(0.8, table.normal(0, 0), 1e-15);
    assertEquals(0.6, table.normal(0, 1), 1e-15);
    assertEquals(2, table.limit(0), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, Double.MIN_NORMAL, 1})
  void soDoesOneOfOneVariable(double coefficient) {
    program.addRow(new double[] {coefficient, 0}, 0, 0);
    table.load(program);
    boolean tiny = coefficient < Double.MIN_NORMAL;
    assertEquals(tiny ? coefficient : 1, table.normal(0, 0), "below, a row says nothing");
  }
}
