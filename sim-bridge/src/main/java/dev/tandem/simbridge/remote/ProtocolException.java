package dev.tandem.simbridge.remote;

import java.io.IOException;

/** What an error frame says: here because it was received, or because it is to be sent. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final boolean closes;

  private ProtocolException(ErrorCode code, boolean closes, String message) {
    super(message);
    this.code = code;
    this.closes = closes;
  }

  /** The connection stays. */
  public ProtocolException(ErrorCode code, String message) {
    this(code, false, message);
  }

  /** The connection cannot go on. */
  static ProtocolException closing(ErrorCode code, String message) {
    return new ProtocolException(code, true, message);
  }

  /** The other side said so. */
  static ProtocolException of(Message.Refusal refusal) {
    return new ProtocolException(
        refusal.code(), refusal.closes(), refusal.code() + ": " + refusal.text());
  }

  public ErrorCode code() {
    return code;
  }

  boolean closes() {
    return closes;
  }

  Message.Refusal refusal() {
    return new Message.Refusal(code, closes, String.valueOf(getMessage()));
  }

  /** The same, and the connection cannot go on. */
  ProtocolException thatCloses() {
    return closing(code, String.valueOf(getMessage()));
  }
}
