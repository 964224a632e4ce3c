package dev.tandem.app.assembly;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.safety.monitor.CountMonitor;
import dev.tandem.safety.monitor.FlagMonitor;
import dev.tandem.safety.monitor.HeartbeatMonitor;
import dev.tandem.safety.monitor.LateWakeUpMonitor;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.OverrunMonitor;
import dev.tandem.safety.monitor.StalePolicyMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a loop in real time is watched for beside the arm: its own punctuality (F15, F16), the
 * watchdog (F17, F18), the recorder (F37) and what the operating system granted it (F40).
 *
 * @param heartbeat none for a loop without a watchdog
 * @param realTimeLost asked in every tick, on the control thread
 * @param journalFailed asked in every tick, on the control thread
 */
public record LoopMonitors(
    Optional<Heartbeat> heartbeat, BooleanSupplier realTimeLost, BooleanSupplier journalFailed) {
  /** For a rehearsal: all of them, and all is well but the time that it takes. */
  static LoopMonitors rehearsed() {
    return new LoopMonitors(Optional.of(Heartbeat.NONE), () -> false, () -> false);
  }

  /** New ones, which have seen nothing yet. */
  public List<Monitor> monitors(Timing timing, MonitorConfig.Timing figures) {
    List<Monitor> monitors = new ArrayList<>();
    heartbeat.ifPresent(beat -> monitors.add(new HeartbeatMonitor(beat)));
    monitors.add(new LateWakeUpMonitor(figures));
    monitors.add(new OverrunMonitor(timing.budgetNanos(), figures));
    monitors.add(FlagMonitor.realTimeLost(realTimeLost));
    monitors.add(FlagMonitor.journalFailed(journalFailed));
    return monitors;
  }

  /**
   * New ones for a policy that hands its actions over in a slot: silent (F06), ended (F10), dropped
   * (F09).
   */
  public static List<Monitor> ofPolicy(ActionSlot slot, MonitorConfig.Timing figures) {
    return List.of(
        new StalePolicyMonitor(slot::newestNanos, figures),
        FlagMonitor.policyLost(slot::isEnded),
        CountMonitor.droppedActions(slot::droppedActions));
  }
}
