package dev.tandem.simbridge.remote;

/** The kinds of frames, by the byte that says which. */
enum MessageKind {
  HELLO(1),
  SPEC(2),
  RESET(3),
  STATE(4),
  STEP(5),
  OUTCOME(6),
  ERROR(7),
  CLOSE(8),
  SCENE(9),
  PLACE(10),
  ADVANCE(11),
  SEEN(12);

  final int code;

  MessageKind(int code) {
    this.code = code;
  }

  static MessageKind of(int code) throws ProtocolException {
    for (MessageKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new ProtocolException(
        ErrorCode.UNKNOWN_KIND, "kind: expected 1 to 12, found " + code + "; the frame is ignored");
  }
}
