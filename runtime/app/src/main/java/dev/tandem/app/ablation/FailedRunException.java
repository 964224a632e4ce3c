package dev.tandem.app.ablation;

import java.util.Objects;

/** One of several runs failed, and with it all; one line: which, and why. */
public final class FailedRunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailedRunException(String run, Exception cause) {
    super(run + ": " + Objects.requireNonNullElse(cause.getMessage(), "failed"), cause);
  }
}
