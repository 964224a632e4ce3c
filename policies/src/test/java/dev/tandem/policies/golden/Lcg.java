package dev.tandem.policies.golden;

import java.util.random.RandomGenerator;

/**
 * Knuth's MMIX generator, as {@code make_sac_golden.py} has it: everything that the golden file
 * does not hold comes from here.
 */
public final class Lcg implements RandomGenerator {
  private long state;

  public Lcg(long seed) {
    state = seed;
  }

  @Override
  public long nextLong() {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return state;
  }

  /** What the golden file takes for noise: uniform in [-2, 2). */
  @Override
  public double nextGaussian() {
    return 2 * unit();
  }

  @Override
  public int nextInt(int bound) {
    return (int) ((nextLong() >>> 40) % bound);
  }

  public float[] array(int count, float scale, float plus) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = unit() * scale + plus;
    }
    return values;
  }

  private float unit() {
    return (nextLong() >>> 40) / 8388608f - 1;
  }
}
