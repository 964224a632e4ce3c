package dev.tandem.policies.jvm.kernel;

/**
 * Functions of one value, to about one unit in the last place; {@link VectorFunctions} computes the
 * same bits on vectors. The exponential is 2^n e^r with |r| <= ln(2) / 2 and a Taylor series of
 * e^r; the logarithm is the series of the inverse hyperbolic tangent.
 */
final class Functions {
  static final float LOG2_OF_E = 1.442695f;
  static final float LN2_HIGH = 0x1.62e4p-1f;
  static final float LN2_LOW = 1.4286068e-6f;

  /** Adding it rounds to a whole number, which then stands in the lowest bits. */
  static final float ROUNDER = 0x1.8p23f;

  static final int EXPONENT_SHIFT = 23;
  static final int EXPONENT_OF_ONE = 127 << EXPONENT_SHIFT;

  /** e^x neither overflows nor underflows between them. */
  static final float LEAST = -87;

  static final float MOST = 87;

  /** Beyond it tanh is one, or minus one. */
  static final float TANH_MOST = 9.1f;

  static final float E2 = 1f / 2;
  static final float E3 = 1f / 6;
  static final float E4 = 1f / 24;
  static final float E5 = 1f / 120;
  static final float E6 = 1f / 720;
  static final float E7 = 1f / 5040;

  static final float L3 = 2f / 3;
  static final float L5 = 2f / 5;
  static final float L7 = 2f / 7;
  static final float L9 = 2f / 9;
  static final float L11 = 2f / 11;
  static final float L13 = 2f / 13;

  static final float LN2 = 0.6931472f;
  static final float HALF_LN_2PI = 0.9189385f;

  private Functions() {}

  static float exp(float x) {
    float bounded = Math.max(LEAST, Math.min(MOST, x));
    float shifted = Math.fma(bounded, LOG2_OF_E, ROUNDER);
    float power = powerOfTwo(shifted);
    return Math.fma(power, series(bounded, shifted - ROUNDER), power);
  }

  /** e^x - 1, exact in small x too. */
  static float expm1(float x) {
    float bounded = Math.max(LEAST, Math.min(MOST, x));
    float shifted = Math.fma(bounded, LOG2_OF_E, ROUNDER);
    float power = powerOfTwo(shifted);
    return Math.fma(power, series(bounded, shifted - ROUNDER), power - 1);
  }

  static float tanh(float x) {
    float bounded = Math.max(-TANH_MOST, Math.min(TANH_MOST, x));
    float grown = expm1(bounded + bounded);
    return grown / (grown + 2);
  }

  static float sigmoid(float x) {
    return 1 / (exp(-x) + 1);
  }

  /** ln(1 + x) for x in [0, 1]. */
  static float log1p(float x) {
    float s = x / (x + 2);
    float square = s * s;
    float sum = Math.fma(L13, square, L11);
    sum = Math.fma(sum, square, L9);
    sum = Math.fma(sum, square, L7);
    sum = Math.fma(sum, square, L5);
    sum = Math.fma(sum, square, L3);
    return Math.fma(s * square, sum, s + s);
  }

  private static float powerOfTwo(float shifted) {
    return Float.intBitsToFloat(
        (Float.floatToRawIntBits(shifted) << EXPONENT_SHIFT) + EXPONENT_OF_ONE);
  }

  /** e^r - 1 for what {@code whole} times ln(2) leaves of x. */
  private static float series(float x, float whole) {
    float r = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, x));
    float sum = Math.fma(E7, r, E6);
    sum = Math.fma(sum, r, E5);
    sum = Math.fma(sum, r, E4);
    sum = Math.fma(sum, r, E3);
    sum = Math.fma(sum, r, E2);
    return Math.fma(r * r, sum, r);
  }
}
