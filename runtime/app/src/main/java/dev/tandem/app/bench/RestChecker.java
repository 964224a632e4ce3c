package dev.tandem.app.bench;

import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Block;
import dev.tandem.safety.authority.AuthorityConfig;

/** How long stops took until no joint moved any more. */
final class RestChecker {
  private static final double NANOS_PER_SECOND = 1e9;

  private final AuthorityConfig config;
  private final Block speeds;
  private final LimitTable.Row row;
  private boolean stopped;
  private boolean rests = true;
  private long beganNanos;
  private long movedNanos;

  /**
   * @param speeds of the joints among what is observed
   */
  RestChecker(AuthorityConfig config, Block speeds, LimitTable table) {
    this.config = config;
    this.speeds = speeds;
    this.row = table.add("stop_until_rest_s", config.maxBrakingNanos() / NANOS_PER_SECOND);
  }

  /** The next tick. */
  void check(TickRecord tick) {
    double fastest = 0;
    for (int i = 0; i < speeds.size(); i++) {
      fastest = Math.max(fastest, Math.abs(tick.observation[speeds.offset() + i]));
    }
    rests = fastest <= config.restRadPerS();
    boolean now = tick.mode.isStop();
    if (now && !stopped) {
      beganNanos = tick.startNanos;
      movedNanos = beganNanos;
    }
    movedNanos = now && !rests ? tick.startNanos : movedNanos;
    if (!now && stopped) {
      row.saw((movedNanos - beganNanos) / NANOS_PER_SECOND);
    }
    stopped = now;
  }

  /** Whether no joint moves faster than one at rest may. */
  boolean rests() {
    return rests;
  }
}
