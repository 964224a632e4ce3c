package dev.tandem.app.assembly;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.runtime.record.journal.RunDescription;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Which journal is to be written.
 *
 * @param file that must not be there yet
 * @param name of the run
 * @param configuration resolved, as text
 */
public record JournalPlan(
    Path file, String name, long seed, String configuration, JournalSettings settings) {
  private static final int CAPACITY_TICKS = 4096;

  /** A ring for the ticks of a task's loop, which bridges a recorder's pause of 4 s at 1 kHz. */
  static TickRing ring(SimulatedTask task) {
    return ring(task, task.observationSpec());
  }

  /** The same for a loop that senses more than the task knows of. */
  public static TickRing ring(SimulatedTask task, SignalSpec observation) {
    return new TickRing(
        CAPACITY_TICKS,
        observation,
        task.actionSpec(),
        task.simulator().commandSpec(),
        task.cameras().images());
  }

  /** What the journal's first record says. */
  public RunDescription description(SimulatedTask task, SignalSpec observation) {
    RunDescription.Signals signals =
        new RunDescription.Signals(
            observation,
            task.actionSpec(),
            task.simulator().commandSpec(),
            task.cameras().images());
    return new RunDescription(
        name, seed, configuration, RunDescription.TaskDescription.of(task), signals);
  }

  /**
   * Starts the journal.
   *
   * @param onlooker gets every tick that the journal took
   */
  Recorder recorder(
      SimulatedTask task,
      TickRing ring,
      Consumer<? super Transition> acknowledged,
      TickHandler onlooker) {
    return new Recorder(
        ring,
        Journal.create(file, description(task, task.observationSpec()), settings),
        new TransitionAssembler(task, task.observationSpec()),
        acknowledged,
        onlooker);
  }
}
