package dev.tandem.app.assembly;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Ring, journal and assembler: a transition is handed on only when it is safe in the journal. */
public final class JournaledRecording implements TickRecording {
  private final TickRing ring;
  private final Recorder recorder;
  private final Deque<Transition> acknowledged = new ArrayDeque<>();
  private long lastStampNanos;

  /** Starts a journal. */
  public JournaledRecording(SimulatedTask task, JournalPlan plan) {
    this.ring = JournalPlan.ring(task);
    this.recorder = plan.recorder(task, ring, acknowledged::add, TickHandler.NOBODY);
  }

  @Override
  public TickSink sink() {
    return ring;
  }

  @Override
  public void drain(Consumer<? super Transition> transitions) {
    recorder.poll();
    while (!acknowledged.isEmpty()) {
      Transition transition = acknowledged.removeFirst();
      lastStampNanos = transition.stampNanos();
      transitions.accept(transition);
    }
  }

  @Override
  public void carryOver(List<Transition> earlier) {
    recorder.carryOver(earlier);
    if (!earlier.isEmpty()) {
      lastStampNanos = earlier.get(earlier.size() - 1).stampNanos();
    }
  }

  @Override
  public void note(String text) {
    recorder.note(JournalEvent.note(lastStampNanos, text));
  }

  @Override
  public void close() {
    recorder.close();
  }
}
