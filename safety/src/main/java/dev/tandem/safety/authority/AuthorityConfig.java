package dev.tandem.safety.authority;

/**
 * Settings of {@link Authority}.
 *
 * @param mutePolicyNanos for which the policy stays silent after a person has let go
 * @param restRadPerS below which every joint counts as at rest
 * @param maxBrakingNanos in which a controlled stop must bring the robot to rest; then it ends in
 *     power off, of category 1 or 2
 * @param recoveriesPerMinute that are granted
 * @param leaveReducedNanos for which nothing must have asked for reduced speed before it ends
 */
public record AuthorityConfig(
    long mutePolicyNanos,
    double restRadPerS,
    long maxBrakingNanos,
    int recoveriesPerMinute,
    long leaveReducedNanos) {
  private static final long SECOND_NANOS = 1_000_000_000;

  public AuthorityConfig {
    if (leaveReducedNanos < 0) {
      throw new IllegalArgumentException(
          "leaveReducedNanos must be >= 0, got " + leaveReducedNanos);
    }
    if (mutePolicyNanos < 0 || maxBrakingNanos <= 0) {
      throw new IllegalArgumentException(
          "mutePolicyNanos must be >= 0 and maxBrakingNanos > 0, got "
              + mutePolicyNanos
              + " and "
              + maxBrakingNanos);
    }
    if (!(restRadPerS > 0) || recoveriesPerMinute < 1) {
      throw new IllegalArgumentException(
          "restRadPerS must be > 0 and recoveriesPerMinute >= 1, got "
              + restRadPerS
              + " and "
              + recoveriesPerMinute);
    }
  }

  /** Leaves reduced speed after a second. */
  public AuthorityConfig(
      long mutePolicyNanos, double restRadPerS, long maxBrakingNanos, int recoveriesPerMinute) {
    this(mutePolicyNanos, restRadPerS, maxBrakingNanos, recoveriesPerMinute, SECOND_NANOS);
  }

  /** For a robot with a person at it. */
  public static AuthorityConfig robot() {
    return new AuthorityConfig(500_000_000, 0.02, 500_000_000, 3);
  }

  /** For a script in a person's place, which lets go on purpose only. */
  public static AuthorityConfig scripted() {
    return new AuthorityConfig(0, 0.02, 500_000_000, 3);
  }
}
