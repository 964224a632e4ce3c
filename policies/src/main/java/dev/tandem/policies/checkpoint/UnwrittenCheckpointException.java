package dev.tandem.policies.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** There was no room for a checkpoint, or no permission; the one before it stands. */
public final class UnwrittenCheckpointException extends CheckpointException {
  private static final long serialVersionUID = 1L;

  UnwrittenCheckpointException(Path file, IOException cause) {
    super(file, "not written, what was there before stands: " + cause.getMessage(), cause);
  }
}
