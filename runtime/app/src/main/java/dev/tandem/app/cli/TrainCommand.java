package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EarlierRun;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.CheckpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem train}. */
@CommandLine.Command(
    name = "train",
    description = "Learns what a configuration says: task, simulator, person, learner, seeds.",
    footer = {
      "",
      "Example:  ./tandem train --config my.yaml --set task=reach --set steps=2000",
      "          ./tandem train --resume runs/NAME --set steps=8000",
      "Without --config it has the settings of ./tandem demo, with what --set and --seed change.",
      "A run's own config.yaml says all settings that there are. The episode in which steps are",
      "reached runs to its end, so a run may take some steps more.",
      "Ctrl-C ends the run in order: what was recorded and learnt until then is kept."
    })
final class TrainCommand extends LearningCommand {
  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Goes on from a run's folder, also of one that was killed: its settings, all that its"
              + " journal holds, its last checkpoint. It stays as it is; a new folder takes both."
              + " Task, seed, demonstrations and algorithm are the run's, and so are its networks and"
              + " kind of critics once it has a checkpoint: another is refused. What else is set"
              + " otherwise holds from here on, and is told.")
  private @Nullable Path resumed;

  @Override
  Optional<Path> ownConfig() throws InputFile.InputException {
    return resumed == null ? Optional.empty() : Optional.of(InputFile.SETTINGS.find(run(resumed)));
  }

  /** Another task has another robot, of which messages would speak otherwise. */
  @Override
  void checkFirst(RunSettings settings) {
    super.checkFirst(settings);
    if (resumed != null) {
      EarlierRun.requireSameTask(new RunFolder(resumed), settings);
    }
  }

  @Override
  EarlierRun earlier(RunSettings settings) throws InputFile.InputException, CheckpointException {
    if (resumed == null) {
      return EarlierRun.NONE;
    }
    return EarlierRun.in(new RunFolder(run(resumed)), settings);
  }

  /** One file of a run does not say enough to go on. */
  private static Path run(Path given) {
    if (Files.isRegularFile(given)) {
      throw new ConfigurationException(
          "--resume " + given, "expected the folder of a run, found a file");
    }
    return given;
  }

  @Override
  void announce(RunSettings settings, EarlierRun earlier, Console console) {
    List<String> changes = earlier.changes(settings);
    if (!changes.isEmpty()) {
      console.note("goes on with other settings than before: " + String.join(", ", changes));
    }
    if (resumed != null && earlier.envSteps() >= settings.steps()) {
      console.note(
          String.format(
              Locale.ROOT,
              "%s has %d steps of steps=%d already: nothing is trained; --set steps=N trains on",
              resumed,
              earlier.envSteps(),
              settings.steps()));
    }
    if (!hasConfig() && resumed == null) {
      console.note(
          String.format(
              Locale.ROOT,
              "no --config: the settings of ./tandem demo, with task %s, %,d steps, seed %d",
              settings.task(),
              settings.steps(),
              settings.seed()));
    }
  }
}
