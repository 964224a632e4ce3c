package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * One more way to stop the drives, beside the permit that the watchdog withdraws. Called once per
 * stop, on the watchdog's thread.
 */
public interface DriveStop {
  /** Stops the drives, or sets about it; never waits, never throws. */
  @HotPath
  void stop(TripCause cause);

  /** How often stopping them this way has failed; any thread may change it. */
  @HotPath
  default long failures() {
    return 0;
  }
}
