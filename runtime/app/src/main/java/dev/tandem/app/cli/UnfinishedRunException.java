package dev.tandem.app.cli;

import dev.tandem.app.report.WriteException;
import dev.tandem.app.train.DivergedException;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.UnwrittenCheckpointException;
import dev.tandem.runtime.record.journal.JournalWriteException;
import java.io.UncheckedIOException;

/** A run that did not reach its end, whatever the cause, and the folder with what is left of it. */
final class UnfinishedRunException extends Exception {
  private static final long serialVersionUID = 1;

  private final String kept;

  UnfinishedRunException(Exception cause, RunFolder folder) {
    super(cause);
    this.kept = folder.kept(resuming(cause)).map(text -> "; " + text).orElse("");
  }

  /** What resuming it does; the same again would fail again. */
  private static String resuming(Throwable cause) {
    if (cause instanceof UncheckedIOException io && io.getCause() != null) {
      return resuming(io.getCause());
    }
    if (cause instanceof DivergedException) {
      return "with one of these --set goes on";
    }
    if (cause instanceof CheckpointException && !(cause instanceof UnwrittenCheckpointException)) {
      return "learns anew, without that checkpoint, what the journal holds";
    }
    boolean unwritten =
        cause instanceof WriteException
            || cause instanceof JournalWriteException
            || cause instanceof UnwrittenCheckpointException;
    return unwritten ? "goes on once there is room" : "goes on";
  }

  /** What of the run is of use, for the end of a line. */
  String kept() {
    return kept;
  }
}
