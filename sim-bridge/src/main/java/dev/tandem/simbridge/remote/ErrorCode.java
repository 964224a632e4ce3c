package dev.tandem.simbridge.remote;

/** Why a frame is not answered as its sender meant it; the wire has {@link #code}. */
public enum ErrorCode {
  /** The bytes are not what their kind says. */
  MALFORMED(1),
  /** The length is none that a frame may have: where the next frame begins is lost. */
  OVERSIZED(2),
  UNKNOWN_KIND(3),
  /** Not now, for example a step before a reset. */
  OUT_OF_ORDER(4),
  /** As many numbers as the spaces say are expected. */
  WRONG_SIZE(5),
  NOT_FINITE(6),
  UNSUPPORTED_VERSION(7),
  /** This server has no such thing to step. */
  WRONG_ROLE(8),
  UNKNOWN_OPTION(9),
  /** As many clients as there may be are there already. */
  BUSY(10),
  TIMED_OUT(11),
  /** The server is about to end. */
  ENDING(12),
  /** The other side's own fault. */
  FAILED(13),
  /** Understood and not possible, for example a place out of reach. */
  IMPOSSIBLE(14),
  /** The world's numbers mean nothing any more, until it begins anew. */
  DIVERGED(15);

  final int code;

  ErrorCode(int code) {
    this.code = code;
  }

  static ErrorCode of(int code) throws ProtocolException {
    for (ErrorCode error : values()) {
      if (error.code == code) {
        return error;
      }
    }
    throw new ProtocolException(MALFORMED, "error code: expected 1 to 15, found " + code);
  }
}
