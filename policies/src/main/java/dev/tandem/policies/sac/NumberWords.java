package dev.tandem.policies.sac;

import dev.tandem.runtime.learn.NamedArray;

/** Numbers of 64 bits in an array of floats, four exact ones of 16 bits each. */
public final class NumberWords {
  /** Floats a number. */
  public static final int WORDS = 4;

  private static final int BITS = 16;
  private static final int MOST = (1 << BITS) - 1;

  private NumberWords() {}

  /** [numbers][4], the lowest bits first. */
  public static NamedArray of(String name, long[] numbers) {
    float[] words = new float[numbers.length * WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = (numbers[i / WORDS] >>> (BITS * (i % WORDS))) & MOST;
    }
    return new NamedArray(name, new int[] {numbers.length, WORDS}, words);
  }

  /** What {@link #of} was given; throws for floats that it would not have written. */
  public static long[] in(NamedArray words) {
    float[] values = words.values();
    long[] numbers = new long[values.length / WORDS];
    for (int i = 0; i < numbers.length * WORDS; i++) {
      numbers[i / WORDS] |= word(words.name(), values[i]) << (BITS * (i % WORDS));
    }
    return numbers;
  }

  private static long word(String name, float value) {
    if (!(value >= 0 && value <= MOST && value == Math.rint(value))) {
      throw new IllegalArgumentException(
          "array " + name + ": expected whole numbers of 0 to " + MOST + ", found " + value);
    }
    return (long) value;
  }
}
