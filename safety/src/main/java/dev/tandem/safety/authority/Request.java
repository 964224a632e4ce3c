package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Reaction;

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

  /** What waits when this comes after {@code before}: a stop gives way to a stronger one only. */
  Request after(Request before) {
    Reaction first = before.reaction;
    boolean kept = first.stops() && first.stronger(reaction) == first;
    return kept ? before : this;
  }
}
