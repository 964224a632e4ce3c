package dev.tandem.safety.authority;

/** A deliberate act of a person, waiting for the control thread. */
enum Request {
  NONE,
  TEST,
  ARM,
  DISARM,
  RECOVER,
  HAND_BACK
}
