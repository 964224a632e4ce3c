package dev.tandem.runtime.record.journal;

import java.nio.file.Path;

/** A journal cannot be written or read; says which, where, why, and what to do. */
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;

  public JournalException(Path path, String problem, Throwable cause) {
    super("journal " + path + ": " + problem, cause);
    this.path = path.toString();
  }

  public JournalException(Path path, String problem) {
    super("journal " + path + ": " + problem);
    this.path = path.toString();
  }

  public Path path() {
    return Path.of(path);
  }
}
