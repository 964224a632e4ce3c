package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import dev.tandem.policies.nn.ActorShape;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a run's own checkpoint from another's that was put in its place. */
public final class OwnCheckpoint {
  private final Path file;

  private OwnCheckpoint(Path file) {
    this.file = file;
  }

  /**
   * Throws unless a run with the settings {@code its} could have written {@code file}.
   *
   * @throws ConfigurationException when it is another run's
   * @throws CheckpointException when it is damaged
   */
  public static void require(Path file, RunSettings its) throws CheckpointException {
    CheckpointHeader header = new CheckpointFile(file).read().header();
    new OwnCheckpoint(file).require(header, its);
  }

  private void require(CheckpointHeader header, RunSettings its) {
    LearnerSettings learner = its.learner();
    String unnamed = header.actor().isEmpty() ? "stream" : learner.algorithm();
    String algorithm = header.settings().getOrDefault(RunCheckpoint.ALGORITHM, unnamed);
    requireSame("task", its.task(), header.task());
    requireSame("learner.algorithm", learner.algorithm(), algorithm);
    if (header.actor().isPresent()) {
      ActorShape actor = header.actor().get();
      requireSame("learner.hidden", learner.hidden(), actor.hidden());
      String activation = actor.activation().name().toLowerCase(Locale.ROOT);
      requireSame("learner.activation", learner.activation(), activation);
    }
  }

  private void requireSame(String key, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new ConfigurationException(
          file.toString(),
          "expected this run's checkpoint, which has "
              + key
              + " "
              + expected
              + " as its config.yaml says, found another run's with "
              + found
              + "; put its own there, or move this one to a folder of its own to use it");
    }
  }
}
