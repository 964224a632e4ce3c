package dev.tandem.app.cli;

import dev.tandem.app.report.WriteException;
import dev.tandem.app.train.DivergedException;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.record.journal.JournalWriteException;

/** A run that did not reach its end, whatever the cause, and the folder with what is left of it. */
final class UnfinishedRunException extends Exception {
  private static final long serialVersionUID = 1;

  private final String kept;

  UnfinishedRunException(Exception cause, RunFolder folder) {
    super(cause);
    this.kept = folder.kept(resuming(cause)).map(text -> "; " + text).orElse("");
  }

  /** The same again would fail again. */
  private static String resuming(Exception cause) {
    if (cause instanceof DivergedException) {
      return "with one of these --set goes on";
    }
    boolean unwritten = cause instanceof WriteException || cause instanceof JournalWriteException;
    return unwritten || cause instanceof CheckpointException
        ? "goes on once there is room"
        : "goes on";
  }

  /** What of the run is of use, for the end of a line. */
  String kept() {
    return kept;
  }
}
