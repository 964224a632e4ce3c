package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A plan in the making: monitors whose channels are there, and why the others are not. */
final class PlanDraft {
  private static final Map<Fault, String> OTHERS =
      Map.ofEntries(
          Map.entry(
              Fault.ACTION_STALE, "no StalePolicyMonitor: the policy acts on the control thread"),
          Map.entry(Fault.POLICY_LOST, "no slot that is told when its policy ends"),
          Map.entry(Fault.ACTION_OUT_OF_ORDER, "no slot whose drops are counted"),
          Map.entry(Fault.OVERRUN, "no OverrunMonitor"),
          Map.entry(Fault.LATE_WAKE_UP, "no LateWakeUpMonitor"),
          Map.entry(Fault.WATCHDOG_SILENT, "no heartbeat"),
          Map.entry(
              Fault.CONTACT,
              "no ContactMonitor: no impedance whose clip bounds a contact that is meant"),
          Map.entry(Fault.KEEP_OUT_ENTERED, "no capsules around links, or nothing kept out"),
          Map.entry(Fault.LINKS_TOO_NEAR, "no capsules around links that must not touch"),
          Map.entry(Fault.CONFIGURATION, "no seal of the limits"),
          Map.entry(Fault.JOURNAL_FAILED, "no flag of the recorder"),
          Map.entry(Fault.REAL_TIME_LOST, "no flag of the self-check"));

  final List<Monitor> monitors = new ArrayList<>();
  final Map<Fault, String> notWatched = new EnumMap<>(Fault.class);
  private final SignalSpec spec;

  PlanDraft(SignalSpec spec) {
    this.spec = spec;
  }

  void add(Monitor monitor) {
    monitors.add(monitor);
  }

  void on(Fault fault, Supplier<Monitor> monitor, String... channels) {
    for (String channel : channels) {
      if (!Channels.has(spec, channel)) {
        notWatched.put(fault, "no channel " + channel);
        return;
      }
    }
    monitors.add(monitor.get());
  }

  void onEither(Fault fault, Supplier<Monitor> monitor, String first, String second) {
    if (Channels.has(spec, first) || Channels.has(spec, second)) {
      monitors.add(monitor.get());
    } else {
      notWatched.put(fault, "no channel " + first + " or " + second);
    }
  }

  void onBlocks(Fault fault, Supplier<Monitor> monitor, String block) {
    if (Channels.hasBlock(spec, block)) {
      monitors.add(monitor.get());
    } else {
      notWatched.put(fault, "no block " + block + ".*");
    }
  }

  /** Notes what a monitor that is there does not see. */
  void blindWithout(Fault fault, String what, String channel) {
    if (!Channels.has(spec, channel)) {
      notWatched.putIfAbsent(fault, what + ": no channel " + channel);
    }
  }

  /** Notes the detectors that only an assembly can make. */
  void missOthers() {
    List<Fault> watched = monitors.stream().map(Monitor::fault).toList();
    OTHERS.forEach(
        (fault, why) -> {
          if (!watched.contains(fault)) {
            notWatched.put(fault, why);
          }
        });
  }
}
