package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** What is known of a model beside what is read of it: the two differ where a layout is wrong. */
final class ReadBack {
  private static final double TOLERANCE = 1e-12;

  private ReadBack() {}

  static void expect(String what, double[] expected, double[] found) {
    for (int i = 0; i < expected.length; i++) {
      expect(what + " " + Arrays.toString(found), expected[i], found[i]);
    }
  }

  /** Throws {@link MujocoUnavailableException} with what was misread. */
  static void expect(String what, double expected, double found) {
    if (!(Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
      throw new MujocoUnavailableException(
          "the library is built in another way: " + what + " reads " + found + " for " + expected);
    }
  }

  /** The second of some floats. */
  static void expectFloat(String what, float expected, MemorySegment found) {
    expect(what, expected, found.getAtIndex(JAVA_FLOAT, 1));
  }
}
