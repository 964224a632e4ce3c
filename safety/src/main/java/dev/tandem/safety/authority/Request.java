package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.time.HotPath;

/** A deliberate act of a person, waiting for the control thread; stronger ones come later. */
enum Request {
  NONE(Reaction.NONE),
  TEST(Reaction.NONE),
  ARM(Reaction.NONE),
  DISARM(Reaction.NONE),
  RECOVER(Reaction.NONE),
  HAND_BACK(Reaction.NONE),
  HOLD(Reaction.HOLD),
  STOP(Reaction.STOP2),
  EMERGENCY_STOP(Reaction.STOP1);

  /** How the robot reacts to it; none for what has to be granted. */
  final Reaction reaction;

  Request(Reaction reaction) {
    this.reaction = reaction;
  }

  @HotPath
  boolean stops() {
    return reaction.stops();
  }

  /** True for what keeps the robot from moving. */
  boolean withholds() {
    return stops() || this == HOLD || this == DISARM;
  }

  /**
   * True for something that was asked for before this, which withholds, and counts no more. No
   * power is more than a stop that keeps it.
   */
  boolean takesBack(Request earlier) {
    boolean weaker = earlier.reaction.compareTo(reaction) < 0 && earlier != DISARM;
    return stops() ? weaker : earlier == this || !earlier.withholds();
  }
}
