package dev.tandem.runtime.guard;

import dev.tandem.runtime.time.HotPath;

/** How strongly the robot reacts to a fault; stronger ones come later. */
public enum Reaction {
  NONE,

  /** The command was clipped, or the fault is only counted; nobody stops. */
  LIMIT,

  /** Reduced speed for as long as the fault lasts, and a little longer. */
  REDUCE,

  /** Nobody drives for as long as the fault lasts: the set point rests. */
  HOLD,

  /** A controlled stop with the drives powered (stop category 2 of IEC 60204-1); latches. */
  STOP2,

  /** A controlled stop, then power off (category 1); latches. */
  STOP1,

  /** Power off at once (category 0); latches. */
  STOP0;

  @HotPath
  public Reaction stronger(Reaction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @HotPath
  public boolean stops() {
    return compareTo(STOP2) >= 0;
  }
}
