package dev.tandem.app.cli;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.RunListener;
import dev.tandem.runtime.time.Clock;

/** Where progress is shown: bars when standard error is a terminal, else lines now and then. */
interface Progress extends RunListener, AutoCloseable {
  /** The launcher says how wide the terminal is, if there is one. */
  static Progress on(Console console, RunSettings settings, Clock clock) {
    Integer columns = Integer.getInteger("tandem.columns");
    TimeLeft left = TimeLeft.of(settings);
    return columns == null
        ? new ProgressLines(console, clock, left)
        : new ProgressBars(console, columns, left);
  }

  @Override
  default void close() {}
}
