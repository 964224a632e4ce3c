package dev.tandem.policies.jvm.kernel;

/**
 * The tanh-squashed Gaussian of one value: u = mean + std noise, action = tanh(u), log pi = log
 * N(u) - log(1 - tanh(u)^2), the last as 2 (log 2 - |u| - log(1 + exp(-2 |u|))).
 */
final class PlainSquash {
  private PlainSquash() {}

  static void run(float[] s, Squash q, int i) {
    float noise = s[q.gaussian().noise() + i];
    float logStd =
        Math.min(Math.max(s[q.gaussian().logStd() + i], q.clip().least()), q.clip().most());
    float spread = Functions.exp(logStd) * noise;
    float u = s[q.gaussian().mean() + i] + spread;
    float size = Math.abs(u);
    float grown = Functions.expm1(size * -2);
    float tanh = grown / (grown + 2);
    float halfSquash = Functions.LN2 - size - Functions.log1p(grown + 1);
    float density = Math.fma(noise * noise, -0.5f, -Functions.HALF_LN_2PI) - logStd;
    s[q.drawn().spread() + i] = spread;
    s[q.drawn().action() + i] = u < 0 ? tanh : -tanh;
    s[q.drawn().logProbability() + i] = Math.fma(halfSquash, -2, density);
  }
}
