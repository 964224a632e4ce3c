package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Who drives, one at a time: the person who wants to before the policy before nobody. A person who
 * held or gripped the device through a stop must let go first; one who has let go keeps the policy
 * silent for a while; one whose device is lost leaves nobody driving. Control thread.
 */
final class Token {
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final long mutePolicyNanos;
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
   * @param holds whether something keeps the policy from driving
   */
  @HotPath
  Event give(Tick tick, LoopHealth health, boolean holds) {
    humanAllowed |= !health.humanDrives;
    boolean human = humanAllowed && health.humanDrives && !health.humanLost;
    policyAllowed &= !(humanDrove && health.humanLost);
    humanLetGoNanos = humanDrove ? tick.startNanos() : humanLetGoNanos;
    boolean muted = tick.startNanos() - humanLetGoNanos < mutePolicyNanos;
    humanDrove = human;
    if (human) {
      return Event.HUMAN_DRIVES;
    }
    return policyAllowed && !muted && !holds ? Event.POLICY_DRIVES : Event.NOBODY_DRIVES;
  }

  @HotPath
  void allowPolicy(boolean allowed) {
    policyAllowed = allowed;
  }

  /** Whoever grips the device now must let go before driving. */
  @HotPath
  void refuseHuman() {
    humanAllowed = false;
  }

  /** Nobody may drive: the robot is stopped, or has just got its power or lost it. */
  @HotPath
  void withdraw() {
    policyAllowed = false;
    humanAllowed = false;
  }

  /** Both may, and nobody has driven yet. */
  void restart() {
    policyAllowed = true;
    humanAllowed = true;
    humanDrove = false;
    humanLetGoNanos = LONG_AGO;
  }
}
