package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A sum in double precision, and how far one in single precision may be off. */
final class ExactSum {
  /** Of the sum of what was added, whatever its sign. */
  private static final double RELATIVE = 1e-5;

  /** Some of the least numbers that there are. */
  private static final double LEAST = 1e-43;

  private double value;
  private double size;

  ExactSum add(double term) {
    value += term;
    size += Math.abs(term);
    return this;
  }

  double value() {
    return value;
  }

  void assertClose(double found, String where) {
    assertClose(value, found, where);
  }

  /** The same of a sum that cannot be negative. */
  void assertCloseIfRectified(boolean rectified, double found, String where) {
    assertClose(rectified ? Math.max(value, 0) : value, found, where);
  }

  private void assertClose(double expected, double found, String where) {
    assertEquals(expected, found, RELATIVE * size + LEAST, where);
  }
}
