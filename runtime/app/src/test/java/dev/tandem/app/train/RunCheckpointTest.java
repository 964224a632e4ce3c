package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.NamedArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCheckpointTest {
  @TempDir Path folder;

  @Test
  void neverReplacesACheckpointByOneThatDiverged() {
    RunFolder run = new RunFolder(folder);
    RunCheckpoint checkpoint =
        new RunCheckpoint(RunSettings.defaults(), Tasks.create("reach", "plant"), run);
    ScriptedLearner learner = new ScriptedLearner(ScriptedLearner.GOOD);
    float[] values = {0, Float.NEGATIVE_INFINITY};
    learner.restore(List.of(new NamedArray("actor/bias", new int[] {2}, values)));
    var error = assertThrows(DivergedException.class, () -> checkpoint.save(learner));
    assertEquals(
        "learning diverged at update 0: expected finite, found -Infinity in actor/bias; a lower"
            + " learner.optimiser.learning_rate or a gradient_clip may help",
        error.getMessage());
    assertFalse(Files.exists(run.checkpoint()));
  }
}
