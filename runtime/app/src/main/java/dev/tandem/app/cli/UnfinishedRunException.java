package dev.tandem.app.cli;

import dev.tandem.app.train.RunFolder;

/** A run that did not reach its end, whatever the cause, and the folder with what is left of it. */
final class UnfinishedRunException extends Exception {
  private static final long serialVersionUID = 1;

  private final String kept;

  UnfinishedRunException(Exception cause, RunFolder folder) {
    super(cause);
    this.kept = folder.kept().map(text -> "; " + text).orElse("");
  }

  /** What of the run is of use, for the end of a line. */
  String kept() {
    return kept;
  }
}
