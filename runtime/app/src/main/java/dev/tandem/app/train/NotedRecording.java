package dev.tandem.app.train;

import dev.tandem.app.assembly.TickRecording;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ticks of one decision, made transitions of by whoever ticks, and notes that wait for who
 * keeps a journal. One thread at a time, not always the same, which a ring would not have.
 */
final class NotedRecording implements TickRecording, TickSink {
  private final TickRecord[] ticks;
  private final TransitionAssembler assembler;
  private final List<String> notes = new ArrayList<>();
  private int count;

  /** Has room for the ticks of a decision and for the one that ends an episode. */
  NotedRecording(SimulatedTask task) {
    this.ticks = new TickRecord[task.ticksPerDecision() + 1];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] =
          new TickRecord(task.observationSpec(), task.actionSpec(), task.simulator().commandSpec());
    }
    this.assembler = new TransitionAssembler(task, task.observationSpec());
  }

  /** The notes since they were last taken. */
  List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  @Override
  public TickSink sink() {
    return this;
  }

  @Override
  @HotPath
  public TickRecord claim() {
    return ticks[count];
  }

  @Override
  @HotPath
  public void publish() {
    count++;
  }

  @Override
  public void drain(Consumer<? super Transition> transitions) {
    int taken = count;
    count = 0;
    for (int i = 0; i < taken; i++) {
      assembler.accept(ticks[i], transitions);
    }
  }

  @Override
  public void carryOver(List<Transition> earlier) {}

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void close() {}
}
