package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.time.HotPath;

/** What moves the state machine from one mode to the next. */
enum Event {
  TEST,
  TEST_PASSED,
  ARM,
  DISARM,
  HUMAN_DRIVES,
  POLICY_DRIVES,
  NOBODY_DRIVES,

  /** A person is near, or somebody wants it. */
  REDUCE,

  /** Nobody has been near for a while, and nobody wants it. */
  RESTORE,
  STOP2,
  STOP1,
  STOP0,

  /** The controlled stop has come to its end. */
  AT_REST,
  RECOVER,
  BREAK;

  /** The stop that a reaction asks for; it must ask for one. */
  @HotPath
  static Event of(Reaction reaction) {
    return switch (reaction) {
      case STOP0 -> STOP0;
      case STOP1 -> STOP1;
      default -> STOP2;
    };
  }
}
