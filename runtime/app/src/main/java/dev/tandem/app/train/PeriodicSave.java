package dev.tandem.app.train;

import dev.tandem.policies.checkpoint.CheckpointException;
import java.io.UncheckedIOException;

/** Keeps the newest checkpoint on disk while training goes on. */
final class PeriodicSave implements RunListener {
  static final int EVERY_EPISODES = 25;

  /** Replaces the newest checkpoint. */
  interface Save {
    void run() throws CheckpointException;
  }

  private final Save save;
  private int episodes;

  PeriodicSave(Save save) {
    this.save = save;
  }

  @Override
  public void learned(LearningProgress progress) {
    if (++episodes % EVERY_EPISODES == 0) {
      save();
    }
  }

  private void save() {
    try {
      save.run();
    } catch (CheckpointException e) {
      throw new UncheckedIOException(e);
    }
  }
}
