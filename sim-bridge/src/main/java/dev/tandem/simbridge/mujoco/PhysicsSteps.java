package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.time.HotPath;

/** How many steps of a model's own length a period has. */
record PhysicsSteps(double stepSeconds) {
  /** Of a step, by which a period may miss a whole number of them. */
  private static final double ROUNDING = 1e-6;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double LEAST_SECONDS = 1e-6;

  /** Whether a loop whose ticks are whole nanoseconds can have ticks of this length. */
  static boolean canBeTicked(double stepSeconds) {
    double nanos = stepSeconds * NANOS_PER_SECOND;
    return stepSeconds >= LEAST_SECONDS
        && stepSeconds <= 1
        && Math.abs(Math.rint(nanos) / nanos - 1) <= ROUNDING;
  }

  @HotPath
  int in(double dtSeconds) {
    double exact = dtSeconds / stepSeconds;
    int steps = (int) Math.round(exact);
    if (steps < 1 || Math.abs(exact - steps) > ROUNDING * steps) {
      throw refusal(dtSeconds);
    }
    return steps;
  }

  private IllegalArgumentException refusal(double dtSeconds) {
    return new IllegalArgumentException(
        "dtSeconds: expected a multiple of the scene's step of %s s, found %s s"
            .formatted(stepSeconds, dtSeconds));
  }
}
