package dev.tandem.policies.sac;

import java.util.random.RandomGenerator;

/**
 * {@link StepRandom} for those who may allocate nothing: one generator that is taken from step to
 * step and draws there what {@link StepRandom#at} draws. L64X128MixRandom after Steele and Vigna,
 * "LXM: better splittable pseudorandom number generators" (2021). One thread.
 */
public final class StepStream implements RandomGenerator {
  private static final long MULTIPLIER = 0xd1342543de82ef95L;
  private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final long seed;
  private final int purpose;
  private long addend;
  private long linear;
  private long left;
  private long right;

  /**
   * @param purpose tells streams of one seed apart
   */
  public StepStream(long seed, int purpose) {
    this.seed = seed;
    this.purpose = purpose;
    moveTo(0);
  }

  /** To the first number of {@code step}. */
  public void moveTo(long step) {
    moveTo(seed, purpose, step);
  }

  /** To the first number of {@code step} in another stream. */
  public void moveTo(long seed, int purpose, long step) {
    long start = StepRandom.start(seed, purpose, step) ^ SILVER_RATIO;
    addend = murmur(start) | 1;
    linear = 1;
    left = StepRandom.stafford(start);
    right = StepRandom.stafford(start + GOLDEN_RATIO);
  }

  @Override
  public long nextLong() {
    long result = lea(linear + left);
    linear = MULTIPLIER * linear + addend;
    right ^= left;
    left = Long.rotateLeft(left, 24) ^ right ^ (right << 16);
    right = Long.rotateLeft(right, 37);
    return result;
  }

  /** The finaliser of MurmurHash3. */
  private static long murmur(long value) {
    long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  /** Lea's finaliser. */
  private static long lea(long value) {
    long z = (value ^ (value >>> 32)) * 0xdaba0b6eb09322e3L;
    z = (z ^ (z >>> 32)) * 0xdaba0b6eb09322e3L;
    return z ^ (z >>> 32);
  }
}
