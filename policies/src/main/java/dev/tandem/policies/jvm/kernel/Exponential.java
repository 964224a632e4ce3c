package dev.tandem.policies.jvm.kernel;

/**
 * e^(factor x) - minus to about one unit in the last place, also in small x where {@code minus} is
 * one: 2^n (1 + s) - minus with s a Taylor series of e^r - 1, |r| <= ln(2) / 2.
 *
 * @param factor of x
 * @param minus zero or one
 */
record Exponential(float factor, float minus) {
  static final float LOG2_OF_E = 1.442695f;
  static final float LN2_HIGH = 0x1.62e4p-1f;
  static final float LN2_LOW = 1.4286068e-6f;

  /** Adding it rounds to a whole number, which then stands in the lowest bits. */
  static final float ROUNDER = 0x1.8p23f;

  static final int EXPONENT_SHIFT = 23;
  static final int EXPONENT_OF_ONE = 127 << EXPONENT_SHIFT;

  /** Beyond it the power would overflow, below its opposite underflow. */
  static final float MOST = 87;

  static final float S2 = 1f / 2;
  static final float S3 = 1f / 6;
  static final float S4 = 1f / 24;
  static final float S5 = 1f / 120;
  static final float S6 = 1f / 720;
  static final float S7 = 1f / 5040;

  float of(float x) {
    float bounded = Math.max(Math.min(x * factor, MOST), -MOST);
    float shifted = Math.fma(bounded, LOG2_OF_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded));
    float power = powerOfTwo(shifted);
    return Math.fma(power, series(r), power - minus);
  }

  private static float powerOfTwo(float shifted) {
    int exponent = Float.floatToRawIntBits(shifted) << EXPONENT_SHIFT;
    return Float.intBitsToFloat(exponent + EXPONENT_OF_ONE);
  }

  private static float series(float r) {
    float sum = Math.fma(S7, r, S6);
    sum = Math.fma(sum, r, S5);
    sum = Math.fma(sum, r, S4);
    sum = Math.fma(sum, r, S3);
    sum = Math.fma(sum, r, S2);
    return Math.fma(r * r, sum, r);
  }
}
