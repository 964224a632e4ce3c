package dev.tandem.policies.sac;

import java.util.random.RandomGenerator;

/** Draws critics without replacement (REDQ, arXiv 2101.05982). */
public final class Subsample {
  private Subsample() {}

  /** Writes {@code count} different numbers below {@code of} to {@code out[at ..]}. */
  public static void draw(RandomGenerator random, int of, int[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      // Floyd's algorithm: a number that is taken already stands for the newest one
      int newest = of - count + i;
      int drawn = random.nextInt(newest + 1);
      out[at + i] = contains(out, at, i, drawn) ? newest : drawn;
    }
  }

  private static boolean contains(int[] values, int at, int count, int wanted) {
    for (int i = at; i < at + count; i++) {
      if (values[i] == wanted) {
        return true;
      }
    }
    return false;
  }
}
