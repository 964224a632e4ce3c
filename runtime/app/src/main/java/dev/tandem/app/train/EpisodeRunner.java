package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import java.util.function.Consumer;

/**
 * Drives a rig through one episode on simulated time, recording inline, so that a run repeats. What
 * is learnt in between is the caller's. One thread.
 */
final class EpisodeRunner {
  private final Rig rig;
  private final Task task;

  EpisodeRunner(Rig rig) {
    this.rig = rig;
    this.task = rig.task();
  }

  /**
   * Resets, and runs until the task ends, time is up or the gate stops the robot.
   *
   * @param transitions gets every transition, after the ticks of the decision that completed it
   * @return whether the task was done
   * @throws RunStoppedException when the gate stopped the robot
   */
  boolean run(long episode, long seed, Consumer<? super Transition> transitions) {
    task.reset(seed);
    rig.gate().release();
    rig.loop().startEpisode(episode);
    for (int step = 0; step < task.horizonSteps() && !over(); step++) {
      for (int i = 0; i < task.ticksPerDecision() && !rig.loop().isStopped(); i++) {
        rig.loop().tick();
      }
      rig.recording().drain(transitions);
    }
    boolean success = task.succeeded(rig.loop().look());
    rig.loop().endEpisode();
    rig.recording().drain(transitions);
    if (rig.loop().isStopped()) {
      throw new RunStoppedException(episode, rig.stopDescription());
    }
    return success;
  }

  private boolean over() {
    return rig.loop().isStopped() || task.terminated(rig.loop().look());
  }
}
