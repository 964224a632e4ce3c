package dev.tandem.policies.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint that cannot be used; the message names file, place, expected and found. */
public sealed class CheckpointException extends IOException permits UnwrittenCheckpointException {
  private static final long serialVersionUID = 1L;

  CheckpointException(Path file, String problem) {
    super(file + ": " + problem);
  }

  CheckpointException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
