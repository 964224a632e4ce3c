package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** What goes to the drives: a command that the gate approved, or none and no power. */
final class Drives {
  private final SafetyGate gate;
  private final Actuator actuator;
  private final Schedule schedule;
  private final Observation observation;
  private final LoopHealth health;
  private final long budgetNanos;

  Drives(LoopParts parts, Schedule schedule, Observation observation, LoopHealth health) {
    this.gate = parts.gate();
    this.actuator = parts.actuator();
    this.schedule = schedule;
    this.observation = observation;
    this.health = health;
    this.budgetNanos = parts.timing().budgetNanos();
  }

  /**
   * Sends what may be sent.
   *
   * @param blind whether there was nothing to compute from
   * @return true when the gate refused what nobody has stopped
   */
  @HotPath
  boolean act(Tick tick, Mode mode, boolean blind, MutableCommand proposed) {
    SafeCommand command = approve(tick, mode, blind, proposed);
    if (gate.hasCommand()) {
      health.actuatorFault = actuator.write(tick, command) == IoStatus.FAULT;
      return false;
    }
    boolean refused = mode != Mode.STOP0 && gate.isStopped();
    if (refused) {
      int by = gate.stoppedBy();
      health.refused(by, by < 0 ? 0 : gate.limits().of(by), proposed);
    }
    health.actuatorFault = actuator.makeSafe(tick) == IoStatus.FAULT;
    return refused;
  }

  /**
   * Repeats the last safe command for a tick that has nothing to compute from, or no time. Never
   * while it brakes: an old command drives on, and a brake that comes late still brakes. Where
   * there is nothing to repeat, as in the first tick with power, a late command is the better one,
   * and a blind tick has none: the drives stay as safe as they were without power.
   */
  @HotPath
  private SafeCommand approve(Tick tick, Mode mode, boolean blind, MutableCommand proposed) {
    if (!mode.isPowered()) {
      return gate.withhold();
    }
    boolean late = schedule.sinceWakeUpNanos() > budgetNanos;
    boolean repeats = !mode.isStop() && (blind || (late && gate.hasCommand()));
    return repeats ? gate.repeat() : gate.pass(tick, observation, proposed);
  }

  /** Takes the power, whatever the mode; what goes wrong here as well goes with the error. */
  void makeSafe(Tick tick, Throwable error) {
    try {
      gate.withhold();
      actuator.makeSafe(tick);
    } catch (RuntimeException | Error e) {
      error.addSuppressed(e);
    }
  }
}
