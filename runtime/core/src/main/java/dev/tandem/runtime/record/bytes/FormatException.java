package dev.tandem.runtime.record.bytes;

import java.io.IOException;

/** Bytes are not what their format says: where, what was expected, what was found. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1;

  public FormatException(String message) {
    super(message);
  }

  /** A value was refused by the type that it makes. */
  public FormatException(IllegalArgumentException refusal) {
    super(refusal.getMessage(), refusal);
  }
}
