package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.function.DoubleSupplier;

/**
 * F31: a tool that stays farther from its set point than the controller's clip: category 2 when it
 * lasts. For free motion only: pressing on something is such an error, and meant. In a stop nobody
 * follows the set point, and it must not stand against a recovery.
 */
public final class SetPointMonitor implements Monitor {
  private final DoubleSupplier errorM;
  private final double maxErrorM;
  private final long lastingNanos;
  private final Lasting lasting = new Lasting();

  /**
   * Watches a controller.
   *
   * @param errorM from tool to set point, in m; NaN counts as too far
   * @param lastingNanos for which it may be larger
   */
  public SetPointMonitor(DoubleSupplier errorM, double maxErrorM, long lastingNanos) {
    if (!(maxErrorM > 0) || lastingNanos < 1) {
      throw new IllegalArgumentException(
          "maxErrorM must be > 0 and lastingNanos >= 1, got " + maxErrorM + " and " + lastingNanos);
    }
    this.errorM = errorM;
    this.maxErrorM = maxErrorM;
    this.lastingNanos = lastingNanos;
  }

  @Override
  public Fault fault() {
    return Fault.TRACKING_ERROR;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean away = !health.mode.isStop() && !(errorM.getAsDouble() <= maxErrorM);
    return lasting.nanos(tick, away) >= lastingNanos ? Reaction.STOP2 : Reaction.NONE;
  }

  @Override
  public void restart() {
    lasting.restart();
  }
}
