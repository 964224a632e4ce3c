package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * A speed and its bound along one row, in whatever unit the row has (rad or m). Written by those
 * who add rows.
 */
final class Approach {
  /** In which what is outside its limit comes back, at most as fast as the offset. */
  private static final double RETURN_SECONDS = 0.1;

  double speed;

  /** How fast the speed grows while no joint accelerates, per s2. */
  double drift;

  double bound;

  /** How fast the bound grows, per s2. */
  double boundRate;

  /** The hardest braking that may be asked for, per s2. */
  double maxDeceleration;

  /**
   * Speed at which one can still stop: {@code min(cap, max(0, -offset + sqrt(2 a d)))}, the form of
   * libfranka, and its rate of change, {@code -a v / sqrt(2 a d)} where the distance binds.
   */
  @HotPath
  void boundByDistance(double distance, double deceleration, double offset, double cap) {
    maxDeceleration = 2 * deceleration;
    if (distance < 0) {
      bound = Math.max(-offset, distance / RETURN_SECONDS);
      boundRate = 0;
      return;
    }
    double stopping = Math.sqrt(2 * deceleration * distance);
    double free = Math.max(0, stopping - offset);
    bound = Math.min(cap, free);
    boolean binds = bound > 0 && bound == free;
    boundRate = binds ? Math.min(0, -deceleration * speed / stopping) : 0;
  }

  /**
   * The most that the speed may grow by, per s2: it follows its bound, and reaches it in {@code
   * responseSeconds}, but only as hard as a given jerk can undo.
   */
  @HotPath
  double mostAcceleration(double responseSeconds, double jerk) {
    double reserve = bound - speed;
    double linear = jerk * responseSeconds * responseSeconds;
    double towards =
        reserve <= linear
            ? reserve / responseSeconds
            : Math.sqrt(2 * jerk * (reserve - 0.5 * linear));
    return Math.max(-maxDeceleration, boundRate + towards) - drift;
  }
}
