package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.runtime.learn.LearnerStats;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PeriodicSaveTest {
  private int saves;

  private static void learn(PeriodicSave save, int episodes) {
    LearnerStats stats = new LearnerStats(0, 0, 0, 0, 0);
    for (int i = 0; i < episodes; i++) {
      save.learned(new LearningProgress(0, 0, stats, 0, 0, 0, 0, 0, TrainedEpisodes.NONE));
    }
  }

  @Test
  void savesAfterEveryTwentyFiveEpisodes() {
    PeriodicSave save = new PeriodicSave(() -> saves++);
    learn(save, PeriodicSave.EVERY_EPISODES - 1);
    assertEquals(0, saves);
    learn(save, 1);
    assertEquals(1, saves);
    learn(save, PeriodicSave.EVERY_EPISODES);
    assertEquals(2, saves);
  }

  @Test
  void endsTheRunWhenTheCheckpointIsNotTaken() {
    Path none = Path.of("none.ckpt");
    PeriodicSave save = new PeriodicSave(() -> new CheckpointFile(none).read());
    var error =
        assertThrows(UncheckedIOException.class, () -> learn(save, PeriodicSave.EVERY_EPISODES));
    assertTrue(String.valueOf(error.getMessage()).contains("none.ckpt"), error::getMessage);
  }
}
