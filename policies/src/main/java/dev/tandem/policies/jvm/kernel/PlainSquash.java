package dev.tandem.policies.jvm.kernel;

/**
 * The tanh-squashed Gaussian of one value: u = mean + std noise, action = tanh(u), log pi = log
 * N(u) - log(1 - tanh(u)^2), the last as 2 (log 2 - |u| - log(1 + e^(-2 |u|))).
 */
final class PlainSquash {
  /** e^x. */
  static final Exponential POWER = new Exponential(1, 0);

  /** e^(-2x) - 1. */
  static final Exponential DECAY_LESS_ONE = new Exponential(-2, 1);

  static final float LN_2 = 0.6931472f;
  static final float HALF_LN_2PI = 0.9189385f;

  static final float L3 = 2f / 3;
  static final float L5 = 2f / 5;
  static final float L7 = 2f / 7;
  static final float L9 = 2f / 9;
  static final float L11 = 2f / 11;
  static final float L13 = 2f / 13;

  private PlainSquash() {}

  static void run(float[] s, Squash q, int i) {
    float noise = s[q.gaussian().noise() + i];
    float logStd = clipped(q.clip(), s[q.gaussian().logStd() + i]);
    float spread = POWER.of(logStd) * noise;
    float u = s[q.gaussian().mean() + i] + spread;
    float size = Math.abs(u);
    float grown = DECAY_LESS_ONE.of(size);
    float tanh = grown / (grown + 2);
    float halfSquash = LN_2 - size - log1p(grown + 1);
    float density = noise * noise * -0.5f - HALF_LN_2PI - logStd;
    s[q.drawn().spread() + i] = spread;
    s[q.drawn().action() + i] = u < 0 ? tanh : -tanh;
    s[q.drawn().logProbability() + i] = Math.fma(halfSquash, -2, density);
  }

  private static float clipped(Squash.Clip clip, float logStd) {
    return Math.min(Math.max(logStd, clip.least()), clip.most());
  }

  /** ln(1 + x) for x in [0, 1], by the series of the inverse hyperbolic tangent. */
  static float log1p(float x) {
    float t = x / (x + 2);
    float square = t * t;
    float sum = Math.fma(L13, square, L11);
    sum = Math.fma(sum, square, L9);
    sum = Math.fma(sum, square, L7);
    sum = Math.fma(sum, square, L5);
    sum = Math.fma(sum, square, L3);
    return Math.fma(t * square, sum, t + t);
  }
}
