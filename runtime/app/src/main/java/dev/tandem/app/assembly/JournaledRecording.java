package dev.tandem.app.assembly;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.runtime.record.journal.RunDescription;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Ring, journal and assembler: a transition is handed on only when it is safe in the journal. */
public final class JournaledRecording implements TickRecording {
  private static final int CAPACITY_TICKS = 4096;

  private final TickRing ring;
  private final Recorder recorder;
  private final Deque<Transition> acknowledged = new ArrayDeque<>();
  private long lastStampNanos;

  /**
   * Starts a journal.
   *
   * @param file that must not be there yet
   * @param name of the run
   * @param configuration resolved, as text
   */
  public JournaledRecording(
      SimulatedTask task,
      Path file,
      String name,
      long seed,
      String configuration,
      JournalSettings settings) {
    RunDescription.Signals signals =
        new RunDescription.Signals(
            task.observationSpec(), task.actionSpec(), task.simulator().commandSpec());
    RunDescription description =
        new RunDescription(
            name, seed, configuration, RunDescription.TaskDescription.of(task), signals);
    this.ring =
        new TickRing(CAPACITY_TICKS, signals.observation(), signals.action(), signals.command());
    this.recorder =
        new Recorder(
            ring,
            Journal.create(file, description, settings),
            new TransitionAssembler(task, task.observationSpec()),
            acknowledged::add);
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
