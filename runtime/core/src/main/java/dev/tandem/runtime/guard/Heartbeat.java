package dev.tandem.runtime.guard;

import dev.tandem.runtime.time.HotPath;

/**
 * The control thread's tie to a watchdog in another process. Each side must hear the other, or the
 * robot stops.
 */
public interface Heartbeat {
  /** For a loop without a watchdog. */
  Heartbeat NONE = nowNanos -> Pulse.ALIVE;

  /** What is known of the other side. */
  enum Pulse {
    /** It answers and lets the drives run. */
    ALIVE,
    /** It answers and keeps the drives stopped, until a person arms it. */
    STOPPED,
    /** It has not answered for too long: stop, category 1. */
    SILENT
  }

  /**
   * Tells that the control thread lives, and asks whether the watchdog does. Every tick, from the
   * control thread alone; makes no system call.
   *
   * @param nowNanos CLOCK_MONOTONIC, not older than this tick
   */
  @HotPath
  Pulse beat(long nowNanos);
}
