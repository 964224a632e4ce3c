package dev.tandem.runtime.signal;

/** How a sensor or actuator fared in one tick; worse ones come later. */
public enum IoStatus {
  OK,
  /** Nothing new arrived; the last value stands. A fault once it is older than is allowed. */
  STALE,
  /** The device failed; its values must not be used. */
  FAULT
}
