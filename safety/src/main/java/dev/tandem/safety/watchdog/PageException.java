package dev.tandem.safety.watchdog;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The watchdog's file is not there, not one, or somebody else's; the message says what to do. */
public final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PageException(Path file, String message) {
    super(file + ": " + message);
  }

  PageException(Path file, IOException cause) {
    super(file + ": " + words(file, cause), cause);
  }

  private static String words(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "expected a file in a folder that "
          + System.getProperty("user.name")
          + " may read and write, found no permission; name another by --file, or change who may: "
          + "ls -ld "
          + file.toAbsolutePath().getParent()
          + " "
          + file;
    }
    return "expected a file that can be read and written, found "
        + cause
        + "; name another by --file";
  }
}
