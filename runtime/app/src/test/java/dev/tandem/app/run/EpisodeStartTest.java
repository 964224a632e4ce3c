package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated arm that is put back stands still: nothing of the last episode drives it on. */
@Timeout(120)
final class EpisodeStartTest {
  private static final int EPISODES = 12;
  private static final int FIRST_TICKS = 100;

  @TempDir private Path folder = Path.of("");

  @Test
  void noLimitBindsJustBecauseAnEpisodeStarts() {
    try (DrivenArm arm = new DrivenArm(folder.resolve("journal.mcap"))) {
      arm.recording.start();
      arm.drive();
      while (arm.episodes.ended() < EPISODES) {
        long before = arm.episodes.ended();
        arm.recordedTicks(1);
        boolean starts = arm.episodes.ended() > before;
        for (int tick = 0; starts && tick < FIRST_TICKS; tick++) {
          arm.recordedTicks(1);
          long faults = arm.deployment.cell().authority().faults();
          assertEquals(0, faults, "episode " + before + ", tick " + tick);
        }
      }
    }
  }
}
