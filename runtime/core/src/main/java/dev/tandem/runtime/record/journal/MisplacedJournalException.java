package dev.tandem.runtime.record.journal;

import java.nio.file.Path;

/** A journal was deleted, moved or replaced while it was written: nobody finds it where it was. */
public final class MisplacedJournalException extends JournalException {
  private static final long serialVersionUID = 1;

  MisplacedJournalException(Path path, String problem) {
    super(path, problem);
  }
}
