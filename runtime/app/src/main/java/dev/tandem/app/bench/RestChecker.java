package dev.tandem.app.bench;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Block;
import dev.tandem.safety.authority.AuthorityConfig;

/**
 * How long stops took until no joint moved any more, or had no power: from then on it is the
 * brakes', which no model here has. How fast joints still were when a stop took the power is shown.
 */
final class RestChecker {
  private static final double NANOS_PER_SECOND = 1e9;

  private final AuthorityConfig config;
  private final Block speeds;
  private final LimitTable.Row duration;
  private final LimitTable.Row speedAtPowerOff;
  private Mode before = Mode.OFF;
  private boolean rests = true;
  private boolean moved;
  private long beganNanos;
  private long endedNanos;

  /**
   * @param speeds of the joints among what is observed
   */
  RestChecker(AuthorityConfig config, Block speeds, LimitTable table) {
    this.config = config;
    this.speeds = speeds;
    this.duration =
        table.add("stop_until_rest_or_power_off_s", config.maxBrakingNanos() / NANOS_PER_SECOND);
    this.speedAtPowerOff =
        table.show("speed_when_a_stop_took_the_power_rad_per_s", config.restRadPerS());
  }

  /** The next tick. */
  void check(TickRecord tick) {
    double fastest = 0;
    for (int i = 0; i < speeds.size(); i++) {
      fastest = Math.max(fastest, Math.abs(tick.observation[speeds.offset() + i]));
    }
    rests = fastest <= config.restRadPerS();
    boolean stops = tick.mode.isStop();
    if (stops && !before.isStop()) {
      beganNanos = tick.startNanos;
      endedNanos = beganNanos;
    }
    boolean moves = stops && tick.mode.isPowered() && !rests;
    endedNanos = moved && !moves ? tick.startNanos : endedNanos;
    if (!stops && before.isStop()) {
      duration.saw((endedNanos - beganNanos) / NANOS_PER_SECOND);
    }
    if (tick.mode == Mode.STOP0 && before.brakes()) {
      speedAtPowerOff.saw(fastest);
    }
    moved = moves;
    before = tick.mode;
  }

  /** Whether no joint moves faster than one at rest may. */
  boolean rests() {
    return rests;
  }
}
