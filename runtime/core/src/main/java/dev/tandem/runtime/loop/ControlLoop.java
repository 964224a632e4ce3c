package dev.tandem.runtime.loop;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Sense, supervise, decide, control, check, act, publish: the same loop on a robot and in
 * simulation. One thread owns it.
 */
public final class ControlLoop {
  private final LoopParts parts;
  private final Senses senses;
  private final Schedule schedule;
  private final Decision decision;
  private final Drives drives;
  private final Observation observation;
  private final MutableCommand proposed;
  private final TickWriter writer;
  private final LoopHealth health = new LoopHealth();
  private final StopReport stopReport;
  private Mode mode;

  public ControlLoop(
      LoopParts parts, Deciders deciders, MutableObservation observation, SignalSpec actionSpec) {
    this.parts = parts;
    this.senses = new Senses(parts.sensors(), observation, health);
    this.schedule = new Schedule(parts.clock(), parts.timing());
    this.decision = new Decision(actionSpec, deciders, parts.actionFilters());
    this.drives = new Drives(parts, schedule, observation, health);
    this.observation = observation;
    this.proposed = new MutableCommand(parts.actuator().spec());
    this.writer = new TickWriter(parts, schedule, decision, observation, proposed, health);
    this.mode = parts.supervisor().mode();
    FilterNames names = decision.chain().names(parts.gate());
    this.stopReport = new StopReport(names);
    parts.sink().name(names);
  }

  /**
   * One period. An error in it takes the power, is published as {@link Mode#FAULT} and thrown on.
   */
  @HotPath
  public void tick() {
    try {
      tick(schedule.await());
    } catch (RuntimeException | Error e) {
      breakDown(e);
      throw e;
    }
  }

  @HotPath
  private void tick(Tick tick) {
    senses.sample(tick);
    supervise(tick);
    boolean decided = decide(tick);
    propose(tick);
    if (drives.act(tick, mode, !senses.areFinite(), proposed)) {
      stopReport.note(Mode.STOP0, Fault.COMMAND_REFUSED, tick.index(), health);
    }
    writer.publish(tick, mode, decided, false);
    decision.prepare();
  }

  /** The drives first; what goes wrong here as well goes with the error. */
  private void breakDown(Throwable error) {
    Tick tick = schedule.current();
    drives.makeSafe(tick, error);
    try {
      mode = parts.supervisor().breakDown();
      stopReport.note(mode, Fault.TICK_FAILED, tick.index(), health);
      writer.publish(tick, mode, false, false);
    } catch (RuntimeException | Error e) {
      error.addSuppressed(e);
    }
  }

  /** Starts an episode where the robot stands now. */
  public void startEpisode(long number) {
    writer.begin(number);
    mode = parts.supervisor().mode();
    stopReport.clear();
    schedule.begin();
    senses.sample(schedule.current());
    decision.reset(schedule.current(), health);
    parts.controller().reset(observation);
  }

  /** Senses between two ticks, without waiting for the next: is the episode over? */
  public Observation look() {
    senses.sample(schedule.current());
    return observation;
  }

  /** Senses now what the next tick will sense and decide with; in simulated time only. */
  public Observation lookAhead() {
    senses.sample(schedule.next());
    return observation;
  }

  /** Senses once more, so that the last step has its next observation, and publishes the end. */
  public void endEpisode() {
    Tick tick = schedule.await();
    senses.sample(tick);
    writer.publish(tick, mode, false, true);
  }

  @HotPath
  private void supervise(Tick tick) {
    decision.listen(tick, observation, health, isStopped());
    health.skippedTicks = schedule.justSkipped();
    health.latenessNanos = tick.latenessNanos();
    health.lostRecords = parts.sink().lostTicks();
    health.modifiedActionMask = decision.drives() ? decision.chain().modifiedMask() : 0;
    Mode before = mode;
    health.mode = before;
    mode = parts.supervisor().update(tick, observation, health, parts.gate().lastApplied());
    if (mode != before) {
      change(tick, before);
    }
    if (mode.isStop()) {
      stopReport.note(mode, parts.supervisor(), tick.index(), health);
      health.unusableActions = 0; // nothing is decided now, and what is over must not keep it so
    }
    health.commandRefusedBy = LoopHealth.NOBODY;
  }

  @HotPath
  private void change(Tick tick, Mode before) {
    if (before.isStop() && !mode.isStop()) {
      parts.gate().release();
      stopReport.clear();
      parts.controller().reset(observation);
    }
    if (mode.brakes() && !before.brakes()) {
      parts.brake().reset(observation);
    } else if (mode.drives() && !before.drives()) {
      decision.hurry();
    } else if (before.drives() && !mode.drives()) {
      hold(tick);
    }
  }

  @HotPath
  private boolean decide(Tick tick) {
    if (isStopped() || !senses.areFinite()) {
      return false;
    }
    boolean decided = decision.update(tick, observation, mode, health);
    if (decided && decision.drives()) {
      parts.controller().decided(tick, observation, decision.applied());
    } else if (decided || decision.isTooOld(tick)) {
      hold(tick);
    }
    return decided;
  }

  @HotPath
  private void hold(Tick tick) {
    decision.hold();
    parts.controller().hold(tick, observation);
  }

  @HotPath
  private void propose(Tick tick) {
    if (mode.brakes()) {
      parts.brake().update(tick, observation, decision.applied(), proposed);
    } else if (senses.areFinite()) {
      parts.controller().update(tick, observation, decision.applied(), proposed);
    }
  }

  /** What was sensed in the last tick. */
  public Observation observation() {
    return observation;
  }

  /** True from a stop of any category until it is recovered from. */
  @HotPath
  public boolean isStopped() {
    return mode.isStop() || parts.gate().isStopped();
  }

  /** Why the loop stands still; {@link Fault#NONE} when it does not. */
  public StopReport stopReport() {
    return stopReport;
  }

  public long skippedTicks() {
    return schedule.skippedTicks();
  }
}
