package dev.tandem.app.cli;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.OwnCheckpoint;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checkpoint that a command was given, by itself or by the folder of the run that wrote it, and
 * the settings that go with it.
 */
record GivenCheckpoint(Path given) {
  private static final String SPACES = "spaces";

  Path file() throws InputFile.InputException {
    return InputFile.CHECKPOINT.find(given);
  }

  /** Beside the checkpoint, or above a run's folder of checkpoints. */
  Optional<Path> config() throws InputFile.InputException {
    Path file = file();
    return Stream.concat(Stream.of(file), Stream.ofNullable(file.getParent()))
        .filter(path -> path.equals(file) || path.endsWith("checkpoints"))
        .map(path -> path.resolveSibling("config.yaml"))
        .filter(Files::exists)
        .findFirst();
  }

  /** Throws when something else is to be done than its policy learnt. */
  void requireTask(RunSettings settings, RunSettings its) {
    if (!settings.task().equals(its.task())) {
      throw new IllegalArgumentException(
          "task: expected %s, which %s learnt, found %s; leave it as it was, or train a run of its own"
              .formatted(its.task(), given, settings.task()));
    }
  }

  /** Throws when a run's settings stand beside it and it is another run's. */
  void requireOwn() throws InputFile.InputException, CheckpointException {
    Optional<Path> config = config();
    if (config.isPresent()) {
      OwnCheckpoint.require(file(), Configuration.load(RunSettings.defaults(), config, List.of()));
    }
  }

  /** With the task that the policy was made for, in the numbers that it knows. */
  RunSettings defaults() throws InputFile.InputException, CheckpointException {
    Path file = file();
    CheckpointHeader header = new CheckpointFile(file).read().header();
    List<Setting> its = new ArrayList<>();
    its.add(new Setting(file.toString(), "task", header.task()));
    Optional.ofNullable(header.settings().get(SPACES))
        .ifPresent(spaces -> its.add(new Setting(file.toString(), SPACES, spaces)));
    return Configuration.load(RunSettings.defaults(), Optional.empty(), its);
  }
}
