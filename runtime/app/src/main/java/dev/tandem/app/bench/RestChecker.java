package dev.tandem.app.bench;

import dev.tandem.app.robot.AuthorityFigures;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * How long stops took until no joint moved any more, and how far joints went from there; or until
 * there was no power: from then on it is the brakes', which no model here has. The authority takes
 * the power when the time is over, so that the duration says that it does, and not that arms come
 * to rest: how many did not, and how fast their joints still were, is shown.
 */
final class RestChecker {
  private static final double NANOS_PER_SECOND = 1e9;

  private final AuthorityFigures config;
  private final int q;
  private final int qd;
  private final double[] placeRad;
  private final LimitTable.Row duration;
  private final LimitTable.Row standstill;
  private final LimitTable.Row speedAtPowerOff;
  private Mode before = Mode.OFF;
  private boolean rests = true;
  private boolean rested;
  private long beganNanos;

  /**
   * @param observation with blocks {@code q} and {@code qd}, in rad and rad/s
   */
  RestChecker(AuthorityFigures config, SignalSpec observation, LimitTable table) {
    this.config = config;
    this.q = observation.block("q").offset();
    this.qd = observation.block("qd").offset();
    this.placeRad = new double[observation.block("q").size()];
    this.duration = table.add("power_taken_in_time_s", config.maxBrakingS());
    this.standstill = table.add("left_standstill_rad", config.standstillRad());
    this.speedAtPowerOff =
        table.show("speed_when_a_stop_took_the_power_rad_per_s", config.restRadPerS());
  }

  /** The next tick. */
  void check(TickRecord tick) {
    double fastest = fastest(tick.observation);
    rests = fastest <= config.restRadPerS();
    if (tick.mode.isStop() && !before.isStop()) {
      beganNanos = tick.startNanos;
      rested = false;
    }
    if (tick.mode == Mode.STOP0 && before.brakes()) {
      speedAtPowerOff.saw(fastest);
    }
    if (rested && tick.mode.brakes()) {
      standstill.saw(farthest(tick.observation));
    }
    if (!rested && tick.mode.isStop() && (rests || !tick.mode.isPowered())) {
      rested = true;
      duration.saw((tick.startNanos - beganNanos) / NANOS_PER_SECOND);
      System.arraycopy(tick.observation, q, placeRad, 0, placeRad.length);
    }
    before = tick.mode;
  }

  private double fastest(double[] seen) {
    double fastest = 0;
    for (int i = 0; i < placeRad.length; i++) {
      fastest = Math.max(fastest, Math.abs(seen[qd + i]));
    }
    return fastest;
  }

  private double farthest(double[] seen) {
    double farthest = 0;
    for (int i = 0; i < placeRad.length; i++) {
      farthest = Math.max(farthest, Math.abs(seen[q + i] - placeRad[i]));
    }
    return farthest;
  }

  /** Of all stops those that took the power of an arm in motion; NaN before the first. */
  double notAtRestShare() {
    return (double) speedAtPowerOff.over() / duration.seen();
  }

  /** Whether no joint moves faster than one at rest may. */
  boolean rests() {
    return rests;
  }
}
