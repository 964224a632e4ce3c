package dev.tandem.runtime.time;

/**
 * The only source of time. A loop built on a clock cannot tell a robot from a simulation.
 *
 * <p>Monotonic and unrelated to the time of day.
 */
public interface Clock {
  /** Nanoseconds since an arbitrary fixed origin; never runs backwards. */
  long nanoTime();

  /** Returns at or after {@code deadlineNanos} on this clock; at once when that has passed. */
  void awaitNanos(long deadlineNanos);
}
