package dev.tandem.app.run;

import dev.tandem.runtime.os.RealTimeConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a robot is run.
 *
 * @param seconds from when the arm has power; 0 until somebody ends it
 * @param realTime wishes of the control thread
 * @param spinNanos that it spins before each deadline instead of sleeping
 * @param watchdog who keeps watch
 * @param checkpoint that drives; none for the script
 */
public record RunOptions(
    int seconds,
    RealTimeConfig realTime,
    long spinNanos,
    WatchdogChoice watchdog,
    Optional<Path> checkpoint) {
  public RunOptions {
    if (seconds < 0 || spinNanos < 0) {
      throw new IllegalArgumentException(
          "seconds and spinNanos must be >= 0, got " + seconds + " and " + spinNanos);
    }
  }
}
