package dev.tandem.simbridge.remote;

/** What a client wants to step. */
public enum Role {
  /** Decision by decision, with reward and end. */
  TASK(1),
  /** Drive command by drive command, the world alone. */
  SIMULATOR(2);

  final int code;

  Role(int code) {
    this.code = code;
  }

  static Role of(int code) throws ProtocolException {
    for (Role role : values()) {
      if (role.code == code) {
        return role;
      }
    }
    throw new ProtocolException(
        ErrorCode.WRONG_ROLE, "role: expected 1 (task) or 2 (simulator), found " + code);
  }
}
