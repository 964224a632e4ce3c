package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.Arrays;

/**
 * Publishes what a tick knew and did, where in its episode it was, and how long it took. Control
 * thread.
 */
final class TickWriter {
  /** The stamp of an image slot before its first image. */
  private static final long NOTHING_YET = -1;

  private final Supervisor supervisor;
  private final Schedule schedule;
  private final Decision decision;
  private final Controller controller;
  private final SafetyGate gate;
  private final TickSink sink;
  private final Observation observation;
  private final MutableCommand proposed;
  private final LoopHealth health;
  private final long[] shownNanos;
  private long episode;
  private int step = -1;

  TickWriter(
      LoopParts parts,
      Schedule schedule,
      Decision decision,
      Observation observation,
      MutableCommand proposed,
      LoopHealth health) {
    this.supervisor = parts.supervisor();
    this.controller = parts.controller();
    this.gate = parts.gate();
    this.sink = parts.sink();
    this.schedule = schedule;
    this.decision = decision;
    this.observation = observation;
    this.proposed = proposed;
    this.health = health;
    this.shownNanos = new long[observation.imageCount()];
    Arrays.fill(shownNanos, NOTHING_YET);
  }

  /** An episode starts; its first decision is step 0. */
  void begin(long number) {
    episode = number;
    step = -1;
  }

  @HotPath
  void publish(Tick tick, Mode mode, boolean decided, boolean episodeEnd) {
    TickRecord to = sink.claim();
    step += decided ? 1 : 0;
    to.skippedTicks = schedule.justSkipped();
    to.episode = episode;
    to.step = step;
    to.decided = decided;
    to.episodeEnd = episodeEnd;
    write(tick, mode, to);
    show(tick, to);
    health.lastExecutionNanos = schedule.sinceWakeUpNanos();
    to.executionNanos = health.lastExecutionNanos;
    sink.publish();
  }

  @HotPath
  private void write(Tick tick, Mode mode, TickRecord to) {
    to.tick = tick.index();
    to.startNanos = tick.startNanos();
    to.latenessNanos = tick.latenessNanos();
    to.mode = mode;
    to.faults = supervisor.faults();
    to.verdict = verdict(mode);
    to.modifiedMask = gate.modifiedMask();
    to.modifiedActionMask = decision.chain().modifiedMask();
    to.commandLimits.copyFrom(gate.limits());
    to.actionLimits.copyFrom(decision.chain().limits());
    to.origin = decision.origin();
    to.policyVersion = decision.policyVersion();
    observation.copyTo(to.observation, 0);
    decision.requested().copyTo(to.requestedAction, 0);
    decision.applied().copyTo(to.appliedAction, 0);
    proposed.copyTo(to.proposedCommand, 0);
    gate.lastApplied().copyTo(to.appliedCommand, 0);
    boolean pulls = !mode.isStop() && !to.episodeEnd && health.badChannel < 0;
    to.hasSetPoint = pulls && controller.setPoint(to.setPoint);
  }

  /** Which images this tick saw; those that no tick before saw go with it. */
  @HotPath
  private void show(Tick tick, TickRecord to) {
    for (int slot = 0; slot < to.imageStamps.length; slot++) {
      long stampNanos = observation.image(slot).stampNanos();
      to.imageStamps[slot] = stampNanos;
      if (stampNanos != shownNanos[slot]) {
        shownNanos[slot] = stampNanos;
        sink.frame(slot, tick, observation.image(slot));
      }
    }
  }

  /** Drives that were not powered yet were not stopped either. */
  @HotPath
  private Verdict verdict(Mode mode) {
    if (mode.isStop()) {
      return Verdict.STOP;
    }
    return mode.isPowered() ? gate.verdict().worse(decision.chain().verdict()) : Verdict.PASSED;
  }
}
