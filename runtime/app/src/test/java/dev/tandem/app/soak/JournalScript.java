package dev.tandem.app.soak;

import dev.tandem.app.assembly.JournalPlan;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;

/** A soak's journal of an arm at rest, written tick by tick as a test wants it. */
final class JournalScript implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000;

  final TickRecord record;
  private final Journal journal;
  private final int speedsAt;
  long tick = -1;
  long ran;

  JournalScript(Path file) {
    SimulatedTask task = SoakCell.task();
    SignalSpec spec = SoakCell.spec(task);
    Simulator arm = task.simulator();
    JournalPlan plan = new JournalPlan(file, "soak", 1, "", new JournalSettings(0, 1));
    this.journal = Journal.create(file, plan.description(task, spec), plan.settings());
    this.speedsAt = spec.indexOf(TrueState.PREFIX + "qd.0");
    this.record = new TickRecord(spec, task.actionSpec(), arm.commandSpec());
    MutableObservation truth = new MutableObservation(arm.observationSpec());
    arm.observe(truth);
    truth.copyTo(record.observation, spec.size() - truth.size());
    RobotModel model = Robot.shipped().model();
    model.update(record.observation, spec.indexOf(TrueState.PREFIX + "q.0"));
    double[] still = new double[model.joints()];
    model.biasTorque(still, 0, record.appliedCommand);
    record.mode = Mode.RUN_POLICY;
  }

  /** So many ticks of this kind. */
  JournalScript ticks(int count, Mode mode, Fault fault) {
    return ticks(count, mode, fault, mode.isStop() ? Verdict.STOP : Verdict.PASSED);
  }

  /** The same, and the gate says this of their commands. */
  JournalScript ticks(int count, Mode mode, Fault fault, Verdict verdict) {
    for (int i = 0; i < count; i++) {
      tick++;
      ran++;
      record.tick = tick;
      record.startNanos = tick * PERIOD_NANOS;
      record.mode = mode;
      record.verdict = verdict;
      record.faults = fault.bit();
      journal.tick(record);
      record.skippedTicks = 0;
    }
    return this;
  }

  /** Tested and not armed. */
  JournalScript ready(int count) {
    return ticks(count, Mode.READY, Fault.NONE);
  }

  /** With power, and nobody drives. */
  JournalScript armed(int count) {
    return ticks(count, Mode.ARMED, Fault.NONE);
  }

  JournalScript stopped(int count, Mode mode) {
    return ticks(count, mode, Fault.NONE);
  }

  /** From here on the arm truly moves. */
  JournalScript moves(int joint, double radPerS) {
    record.observation[speedsAt + joint] = radPerS;
    return this;
  }

  /** From here on the set point is so far along y; NaN where there is none. */
  JournalScript pulls(double metres) {
    record.hasSetPoint = !Double.isNaN(metres);
    for (int row = 0; row < 3; row++) {
      record.setPoint[5 * row] = 1;
    }
    record.setPoint[7] = metres;
    return this;
  }

  /** A tick that ran, and of which nothing is left. */
  JournalScript lose() {
    tick++;
    ran++;
    return this;
  }

  /** Ticks that the loop skipped. */
  JournalScript skip(int count) {
    tick += count;
    record.skippedTicks = count;
    return this;
  }

  JournalScript gap(int count) {
    journal.gap(new TickGap(tick + 1, tick + count, count, (tick + 1) * PERIOD_NANOS));
    tick += count;
    ran += count;
    return this;
  }

  /** Between this tick and the next. */
  JournalScript note(String text) {
    journal.event(JournalEvent.note(tick * PERIOD_NANOS + PERIOD_NANOS / 2, text));
    return this;
  }

  JournalScript inject(String sign, long withinTicks) {
    return note(new Injection("a fault", sign, tick + 1, withinTicks, 3).words());
  }

  void end() {
    note(new SoakEnd(ran, tick).words());
    close();
  }

  @Override
  public void close() {
    journal.close();
  }
}
