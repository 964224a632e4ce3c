package dev.tandem.runtime.record.journal;

import java.io.IOException;
import java.nio.file.Path;

/** The disk did not take a record; everything acknowledged before is safe and readable. */
public final class JournalWriteException extends JournalException {
  private static final long serialVersionUID = 1;

  private final long safeBytes;
  private final long safeTransitions;

  JournalWriteException(
      Path path, String what, long safeBytes, long safeTransitions, IOException cause) {
    super(
        path,
        "writing "
            + what
            + " failed: "
            + cause.getMessage()
            + "; the first "
            + safeBytes
            + " bytes with "
            + safeTransitions
            + " transitions are safe; make room on the disk",
        cause);
    this.safeBytes = safeBytes;
    this.safeTransitions = safeTransitions;
  }

  /** Bytes at the start of the file that will be read again. */
  public long safeBytes() {
    return safeBytes;
  }

  /** Acknowledged transitions; all of them are within {@link #safeBytes}. */
  public long safeTransitions() {
    return safeTransitions;
  }
}
