package dev.tandem.policies.sac;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Randomness as a function of seed and step, so that a run that is resumed at a step draws what it
 * would have drawn: two numbers are the whole state.
 */
public final class StepRandom {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private StepRandom() {}

  /**
   * The generator of {@code step} in the stream of {@code seed}.
   *
   * @param purpose tells streams of one seed apart
   */
  public static RandomGenerator at(long seed, int purpose, long step) {
    return FACTORY.create(start(seed, purpose, step));
  }

  /** The seed of the generator of {@code step}. */
  static long start(long seed, int purpose, long step) {
    return mix(mix(mix(seed) + purpose) + step);
  }

  /** The finaliser of SplitMix64 (Steele et al., 2014). */
  private static long mix(long value) {
    return stafford(value + 0x9e3779b97f4a7c15L);
  }

  /** Stafford's mixer, variant 13. */
  static long stafford(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
