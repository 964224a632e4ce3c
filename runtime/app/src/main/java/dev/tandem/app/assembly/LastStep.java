package dev.tandem.app.assembly;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps of all ticks what the safety layer made of the last decision, for a learner that records
 * for itself. The control thread alone.
 */
final class LastStep implements TickRecording, TickSink {
  private final TickRecord tick;
  private final MutableAction applied;
  private Verdict worst = Verdict.PASSED;

  LastStep(SimulatedTask task) {
    this.tick =
        new TickRecord(task.observationSpec(), task.actionSpec(), task.simulator().commandSpec());
    this.applied = new MutableAction(task.actionSpec());
  }

  @Override
  public TickSink sink() {
    return this;
  }

  @Override
  @HotPath
  public TickRecord claim() {
    return tick;
  }

  @Override
  @HotPath
  public void publish() {
    if (tick.decided) {
      applied.setAll(tick.appliedAction, 0);
      worst = tick.verdict;
    } else {
      worst = worst.worse(tick.verdict);
    }
  }

  /** What was left of the last decision's action; valid until the next one. */
  MutableAction applied() {
    return applied;
  }

  /** Since the last decision. */
  Verdict worst() {
    return worst;
  }

  /** None are made. */
  @Override
  public void drain(Consumer<? super Transition> transitions) {}

  @Override
  public void carryOver(List<Transition> earlier) {}

  @Override
  public void note(String text) {}

  @Override
  public void close() {}
}
