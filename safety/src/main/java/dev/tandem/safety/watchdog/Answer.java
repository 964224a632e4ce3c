package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * What only somebody can write who has read the present challenge: a mix of challenge, session and
 * his own time stamp. Who repeats old answers, or counts on without looking, is found out; so is a
 * pair of words of which one is older than the other. No cryptography: it guards against faults,
 * not against people.
 *
 * <p>The mix is SplitMix64's finaliser: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014, variant 13 of D. Stafford.
 */
final class Answer {
  static final long BY_RUNTIME = 0x52554E54494D4531L;
  static final long BY_WATCHDOG = 0x5741544348444F47L;
  static final long BY_PERMIT = 0x4452495645535F31L;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Answer() {}

  /** The answer of {@code role} to {@code challenge} at {@code stampNanos}. */
  @HotPath
  static long of(long role, long session, long challenge, long stampNanos) {
    return mix(mix(mix(role ^ session) + challenge) + stampNanos);
  }

  /** Follows {@code challenge}; equal first ones have equal successors. */
  @HotPath
  static long nextChallenge(long challenge) {
    return mix(challenge + GOLDEN_GAMMA);
  }

  @HotPath
  private static long mix(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
