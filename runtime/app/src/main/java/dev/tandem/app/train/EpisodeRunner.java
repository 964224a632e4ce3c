package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Drives a rig through one episode on simulated time, recording inline, so that a run repeats. What
 * is learnt in between is the caller's. One thread.
 */
final class EpisodeRunner {
  private final Rig rig;
  private final SimulatedTask task;
  private final BooleanSupplier stop;
  private final boolean goesOnAfterStop;
  private long episode;
  private int steps;

  /**
   * For one rig.
   *
   * @param stop says that no decision shall follow
   * @param goesOnAfterStop whether a stop by the safety layer ends the episode and not the run
   */
  EpisodeRunner(Rig rig, BooleanSupplier stop, boolean goesOnAfterStop) {
    this.rig = rig;
    this.task = rig.task();
    this.stop = stop;
    this.goesOnAfterStop = goesOnAfterStop;
  }

  /**
   * Resets, and runs until the task ends, time is up or the gate stops the robot.
   *
   * @param transitions gets every transition, after the ticks of the decision that completed it
   * @return whether the task was done
   * @throws RunStoppedException when the robot was stopped and this does not go on after that
   * @throws CancellationException when {@code stop} said so; the episode is recorded up to there
   */
  boolean run(long episode, long seed, Consumer<? super Transition> transitions) {
    begin(episode, seed);
    while (!isOver()) {
      endWhenAsked();
      decide(transitions);
    }
    return end(transitions);
  }

  /** Resets; then {@link #decide} until {@link #isOver}, and {@link #end}. */
  void begin(long number, long seed) {
    episode = number;
    steps = 0;
    task.reset(seed);
    rig.restart();
    if (!task.conditions().isEmpty()) {
      rig.recording().note("episode " + episode + ": " + task.conditions());
    }
    rig.loop().startEpisode(episode);
  }

  /** By the observation that the last transition ends with, and the next decision is made with. */
  boolean isOver() {
    return steps >= task.horizonSteps()
        || rig.loop().isStopped()
        || task.terminated(rig.loop().lookAhead());
  }

  /** Runs the ticks of one decision. */
  void decide(Consumer<? super Transition> transitions) {
    for (int i = 0; i < task.ticksPerDecision() && !rig.loop().isStopped(); i++) {
      rig.loop().tick();
    }
    steps++;
    if (!rig.loop().isStopped()) {
      rig.recording().drain(transitions);
    }
  }

  /**
   * Records what is left.
   *
   * @return whether the task was done
   */
  boolean end(Consumer<? super Transition> transitions) {
    Observation last = rig.loop().lookAhead();
    boolean success = task.succeeded(task.truth(last));
    String ending = task.ending(last);
    rig.loop().endEpisode();
    if (rig.loop().isStopped()) {
      endByStop(transitions);
      return false;
    }
    rig.recording().drain(transitions);
    if (!ending.isEmpty()) {
      rig.recording().note("episode " + episode + ": " + ending);
    }
    return success;
  }

  private void endWhenAsked() {
    if (stop.getAsBoolean()) {
      rig.loop().endEpisode();
      throw new CancellationException("episode " + episode + " was not run to its end");
    }
  }

  /** Records what is left and tells why; a record that cannot be made is the stop's consequence. */
  private void endByStop(Consumer<? super Transition> transitions) {
    RunStoppedException stop = new RunStoppedException(episode, rig.stopDescription());
    rig.recording().note(String.valueOf(stop.getMessage()));
    try {
      rig.recording().drain(transitions);
    } catch (IllegalArgumentException e) {
      stop.addSuppressed(e);
    }
    if (!goesOnAfterStop) {
      throw stop;
    }
  }
}
