package dev.tandem.safety.watchdog;

import java.nio.file.Path;

/** The watchdog's file is not there, not one, or somebody else's; the message says what to do. */
public final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PageException(Path file, String message) {
    super(file + ": " + message);
  }

  PageException(Path file, Throwable cause) {
    super(file + ": " + cause, cause);
  }
}
