package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Grants what people ask for, as far as mode and monitors allow it. Control thread. */
final class Grants {
  private final ModeState state;
  private final Token token;
  private final Verdicts verdicts;
  private final RecoveryLimit recoveries;

  Grants(ModeState state, Token token, Verdicts verdicts, int recoveriesPerMinute) {
    this.state = state;
    this.token = token;
    this.verdicts = verdicts;
    this.recoveries = new RecoveryLimit(recoveriesPerMinute);
  }

  /**
   * Grants it, or changes nothing.
   *
   * @param healthy whether nothing asks to hold or stop
   * @return for how long a recovery comes too soon after others (F42); 0 for anything else
   */
  @HotPath
  long grant(Request wish, Tick tick, boolean healthy) {
    long waitNanos = wish == Request.RECOVER ? recover(tick) : 0;
    switch (wish) {
      case TEST -> state.move(Event.TEST);
      case ARM -> power(Event.ARM, healthy);
      case DISARM -> power(Event.DISARM, true);
      case HOLD -> token.allowPolicy(false);
      case HAND_BACK -> token.allowPolicy(healthy && isArmed());
      default -> {}
    }
    if (state.mode() == Mode.SELF_TEST && healthy) {
      state.move(Event.TEST_PASSED);
    }
    return waitNanos;
  }

  /** Power comes or goes, and nobody drives with it before somebody lets him. */
  @HotPath
  private void power(Event event, boolean granted) {
    Mode before = state.mode();
    if (granted) {
      state.move(event);
    }
    if (state.mode() != before) {
      token.withdraw();
    }
  }

  @HotPath
  private boolean isArmed() {
    return state.mode().isPowered() && !state.mode().isStop();
  }

  @HotPath
  private long recover(Tick tick) {
    if (state.mode() != Mode.STOP2 && state.mode() != Mode.STOP0) {
      return 0;
    }
    if (!recoveries.grant(tick.startNanos())) {
      verdicts.add(Fault.RECOVERED_TOO_OFTEN, Reaction.LIMIT);
      return recoveries.waitNanos(tick.startNanos());
    }
    state.move(Event.RECOVER);
    token.refuseHuman();
    verdicts.recovered();
    return 0;
  }
}
