package dev.tandem.app.soak;

import dev.tandem.runtime.os.RealTimeConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A soak.
 *
 * @param seconds of the session, in its own time
 * @param seed of faults, their order and times, and of the person
 * @param realTime wishes of the control thread in real time; empty for simulated time, as fast as
 *     it goes
 * @param folder for the journal
 * @param keepsJournal whether it stays there once it was judged
 */
public record SoakOptions(
    int seconds, long seed, Optional<RealTimeConfig> realTime, Path folder, boolean keepsJournal) {
  public SoakOptions {
    if (seconds < 1) {
      throw new IllegalArgumentException("seconds must be >= 1, got " + seconds);
    }
  }

  boolean inRealTime() {
    return realTime.isPresent();
  }
}
