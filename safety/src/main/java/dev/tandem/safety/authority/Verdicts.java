package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** Asks every monitor in every tick; the strongest reaction counts, and who asked for it first. */
final class Verdicts {
  private final Monitor[] monitors;
  private Reaction strongest = Reaction.NONE;
  private Fault cause = Fault.NONE;
  private long faults;
  private boolean reduce;

  Verdicts(List<Monitor> monitors) {
    this.monitors = monitors.toArray(Monitor[]::new);
  }

  @HotPath
  Reaction collect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied, Reaction wanted) {
    strongest = Reaction.NONE;
    cause = Fault.NONE;
    faults = 0;
    reduce = false;
    for (int i = 0; i < monitors.length; i++) {
      Reaction reaction = monitors[i].inspect(tick, observation, health, lastApplied);
      if (reaction != Reaction.NONE) {
        add(monitors[i].fault(), reaction);
      }
    }
    if (wanted.stops()) {
      add(Fault.STOP_REQUESTED, wanted);
    }
    return strongest;
  }

  @HotPath
  void add(Fault fault, Reaction reaction) {
    faults |= fault.bit();
    reduce |= reaction == Reaction.REDUCE;
    if (reaction.stronger(strongest) != strongest) {
      strongest = reaction;
      cause = fault;
    }
  }

  @HotPath
  Fault cause() {
    return cause;
  }

  /** True when anybody asked for reduced speed, also beside something stronger. */
  @HotPath
  boolean reduce() {
    return reduce;
  }

  @HotPath
  long faults() {
    return faults;
  }

  @HotPath
  void recovered() {
    for (int i = 0; i < monitors.length; i++) {
      monitors[i].recovered();
    }
  }

  void restart() {
    for (Monitor monitor : monitors) {
      monitor.restart();
    }
  }
}
