package dev.tandem.app.identify;

import java.util.Locale;

/** The arm did not come to the end of its excitation; one line: when, why, what to do. */
public final class StoppedExcitationException extends Exception {
  private static final long serialVersionUID = 1;

  StoppedExcitationException(double atSeconds, String why) {
    super(
        String.format(
            Locale.ROOT,
            "the arm was stopped %.2f s after its excitation began: %s; try --amplitude 0.3 or"
                + " another --seed",
            atSeconds,
            why));
  }
}
