package dev.tandem.app.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which watchdog keeps watch over a run, and what arming it means.
 *
 * @param file of the one that must keep watch; empty for the usual one, if there is one
 * @param without whether the run does without one, whatever there is
 * @param goesWhenRearmed whether a person who arms the watchdog that the run waits for lets the
 *     policy drive with it; else the robot gets its power and stands until somebody says go
 */
public record WatchdogChoice(Optional<Path> file, boolean without, boolean goesWhenRearmed) {
  public WatchdogChoice {
    if (without && file.isPresent()) {
      throw new IllegalArgumentException("expected one watchdog or none, got none and " + file);
    }
  }
}
