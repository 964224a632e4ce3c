package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Grants what people ask for, as far as mode and monitors allow it. Control thread. */
final class Grants {
  private final ModeState state;
  private final Token token;
  private final Verdicts verdicts;
  private final Braking braking;
  private final RecoveryLimit recoveries;
  private Fault objection = Fault.NONE;
  private long waitNanos;

  Grants(
      ModeState state, Token token, Verdicts verdicts, Braking braking, int recoveriesPerMinute) {
    this.state = state;
    this.token = token;
    this.verdicts = verdicts;
    this.braking = braking;
    this.recoveries = new RecoveryLimit(recoveriesPerMinute);
  }

  /**
   * How the robot reacts to a wish, whatever else is so. Who wants the power off an arm that moves,
   * is driven or stopped gets it by a controlled stop: what withholds is never refused, and nothing
   * falls.
   */
  @HotPath
  Reaction reaction(Request wish, Observation observation) {
    boolean stands = state.mode() == Mode.ARMED && braking.rests(observation);
    boolean brakesFirst = wish == Request.DISARM && state.mode().isPowered() && !stands;
    return brakesFirst ? Reaction.STOP1 : wish.reaction;
  }

  /** In a tick that stops the robot, for this: nothing is granted. */
  @HotPath
  void refuse(Fault cause) {
    objection = cause;
    waitNanos = 0;
  }

  /**
   * Grants it, or changes nothing.
   *
   * @param hold what asks to hold; {@link Fault#NONE} when nothing does
   */
  @HotPath
  void grant(Request wish, Tick tick, Observation observation, Fault hold) {
    refuse(hold);
    boolean healthy = hold == Fault.NONE;
    switch (wish) {
      case TEST -> state.move(Event.TEST);
      case ARM -> arm(observation);
      case DISARM -> power(Event.DISARM);
      case RECOVER -> recover(tick, observation);
      case HOLD -> token.allowPolicy(false);
      case HAND_BACK -> token.allowPolicy(healthy && isArmed());
      default -> {}
    }
    if (state.mode() == Mode.SELF_TEST && healthy) {
      state.move(Event.TEST_PASSED);
    }
  }

  /** Nothing that moves, by its weight or by a hand, is given power. */
  @HotPath
  private void arm(Observation observation) {
    if (objection != Fault.NONE) {
      return;
    }
    if (braking.rests(observation)) {
      power(Event.ARM);
    } else if (state.mode() == Mode.READY) {
      objection = Fault.STILL_MOVING;
    }
  }

  /** Power comes or goes, and nobody drives with it before somebody lets him. */
  @HotPath
  private void power(Event event) {
    Mode before = state.mode();
    state.move(event);
    if (state.mode() != before) {
      token.withdraw();
    }
  }

  @HotPath
  private boolean isArmed() {
    return state.mode().isPowered() && !state.mode().isStop();
  }

  @HotPath
  private void recover(Tick tick, Observation observation) {
    if (state.mode() != Mode.STOP2 && state.mode() != Mode.STOP0) {
      return;
    }
    if (state.mode() == Mode.STOP2 && !braking.isOver(observation)) {
      objection = Fault.STILL_MOVING;
    } else if (recoveries.grant(tick.startNanos())) {
      state.move(Event.RECOVER);
      token.refuseHuman();
      verdicts.recovered();
    } else {
      verdicts.add(Fault.RECOVERED_TOO_OFTEN, Reaction.LIMIT);
      objection = Fault.RECOVERED_TOO_OFTEN;
      waitNanos = recoveries.waitNanos(tick.startNanos());
    }
  }

  /** What spoke against the wish of this tick, if anything did. */
  @HotPath
  Fault objection() {
    return objection;
  }

  /** For how long a recovery comes too soon after others (F42); else 0. */
  @HotPath
  long waitNanos() {
    return waitNanos;
  }
}
