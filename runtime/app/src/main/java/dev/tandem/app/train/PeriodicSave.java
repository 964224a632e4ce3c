package dev.tandem.app.train;

import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.learn.Learner;
import java.io.UncheckedIOException;

/** Keeps the newest checkpoint on disk while training goes on. */
final class PeriodicSave implements RunListener {
  private static final int EPISODES = 25;

  private final RunCheckpoint checkpoint;
  private final Learner learner;
  private int episodes;

  PeriodicSave(RunCheckpoint checkpoint, Learner learner) {
    this.checkpoint = checkpoint;
    this.learner = learner;
  }

  @Override
  public void learned(LearningProgress progress) {
    if (++episodes % EPISODES == 0) {
      save();
    }
  }

  private void save() {
    try {
      checkpoint.save(learner);
    } catch (CheckpointException e) {
      throw new UncheckedIOException(e);
    }
  }
}
