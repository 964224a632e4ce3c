package dev.tandem.app.train;

import java.util.Locale;

/** Somebody ended the run before its time; what was recorded and learnt is kept. */
public final class RunInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunInterruptedException(long envSteps, long updates, Throwable cause) {
    super(
        String.format(
            Locale.ROOT, "interrupted after %,d training steps and %,d updates", envSteps, updates),
        cause);
  }
}
