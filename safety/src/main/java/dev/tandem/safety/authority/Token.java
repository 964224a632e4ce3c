package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Who drives, one at a time: the person who wants to before the policy before nobody. A person who
 * held or gripped the device through a stop must let go first; one who has let go keeps the policy
 * silent for a while; one whose device is lost leaves nobody driving. A policy that was held for
 * long waits for a person, too. Control thread.
 */
final class Token {
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final long mutePolicyNanos;
  private final LongHold longHold = new LongHold();
  private boolean policyAllowed;
  private boolean humanAllowed = true;
  private boolean humanDrove;
  private long humanLetGoNanos = LONG_AGO;

  Token(long mutePolicyNanos) {
    this.mutePolicyNanos = mutePolicyNanos;
  }

  /**
   * Gives it to somebody for this tick.
   *
   * @param hold what keeps the policy from driving; {@link Fault#NONE} when nothing does
   */
  @HotPath
  Event give(Tick tick, LoopHealth health, Fault hold) {
    humanAllowed |= !health.humanDrives;
    boolean human = humanAllowed && health.humanDrives && !health.humanLost;
    policyAllowed &= !(humanDrove && health.humanLost);
    humanLetGoNanos = humanDrove ? tick.startNanos() : humanLetGoNanos;
    boolean muted = tick.startNanos() - humanLetGoNanos < mutePolicyNanos;
    humanDrove = human;
    if (human) {
      longHold.follow(tick, hold, true);
      return Event.HUMAN_DRIVES;
    }
    return policyAllowed && isFree(tick, hold) && !muted
        ? Event.POLICY_DRIVES
        : Event.NOBODY_DRIVES;
  }

  @HotPath
  private boolean isFree(Tick tick, Fault hold) {
    longHold.follow(tick, hold, false);
    return hold == Fault.NONE && longHold.by() == Fault.NONE;
  }

  @HotPath
  void allowPolicy(boolean allowed) {
    policyAllowed = allowed;
    longHold.end();
  }

  /** What held the policy for so long that a person must let it drive again. Any thread. */
  @HotPath
  Fault heldLongBy() {
    return longHold.by();
  }

  /** Whoever grips the device now must let go before driving. */
  @HotPath
  void refuseHuman() {
    humanAllowed = false;
  }

  /** Nobody may drive: the robot is stopped, or has just got its power or lost it. */
  @HotPath
  void withdraw() {
    allowPolicy(false);
    humanAllowed = false;
  }

  /** Both may, and nobody has driven yet. */
  void restart() {
    allowPolicy(true);
    humanAllowed = true;
    humanDrove = false;
    humanLetGoNanos = LONG_AGO;
  }
}
