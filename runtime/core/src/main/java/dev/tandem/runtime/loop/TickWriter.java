package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Writes down what a tick knew and did. Control thread. */
final class TickWriter {
  private final Supervisor supervisor;
  private final Decision decision;
  private final SafetyGate gate;
  private final Observation observation;
  private final MutableCommand proposed;

  TickWriter(LoopParts parts, Decision decision, Observation observation, MutableCommand proposed) {
    this.supervisor = parts.supervisor();
    this.gate = parts.gate();
    this.decision = decision;
    this.observation = observation;
    this.proposed = proposed;
  }

  @HotPath
  void write(Tick tick, Mode mode, TickRecord to) {
    to.tick = tick.index();
    to.startNanos = tick.startNanos();
    to.latenessNanos = tick.latenessNanos();
    to.mode = mode;
    to.faults = supervisor.faults();
    to.verdict = verdict(mode);
    to.modifiedMask = gate.modifiedMask();
    to.modifiedActionMask = decision.modifiedMask();
    to.origin = decision.origin();
    to.policyVersion = decision.policyVersion();
    observation.copyTo(to.observation, 0);
    decision.requested().copyTo(to.requestedAction, 0);
    decision.applied().copyTo(to.appliedAction, 0);
    proposed.copyTo(to.proposedCommand, 0);
    gate.lastApplied().copyTo(to.appliedCommand, 0);
  }

  /** Drives that were not powered yet were not stopped either. */
  @HotPath
  private Verdict verdict(Mode mode) {
    if (mode.isStop()) {
      return Verdict.STOP;
    }
    return mode.isPowered() ? gate.verdict().worse(decision.verdict()) : Verdict.PASSED;
  }
}
