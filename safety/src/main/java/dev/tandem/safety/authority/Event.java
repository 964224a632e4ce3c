package dev.tandem.safety.authority;

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
  BREAK
}
