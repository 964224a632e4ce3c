package dev.tandem.app.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file that could not be written; one line: which, why, what to do. */
public final class WriteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WriteException(Path file, IOException cause) {
    super(file + ": cannot be written: " + reason(cause) + "; " + WHAT_TO_DO, cause);
  }

  private static final String WHAT_TO_DO =
      "make room or set run.directory to a folder that can be written";

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "no permission";
    }
    if (cause instanceof NoSuchFileException missing) {
      return "no folder for " + missing.getFile();
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }
}
