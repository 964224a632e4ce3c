package dev.tandem.app.cli;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EarlierRun;
import dev.tandem.app.train.RunFolder;
import java.nio.file.Path;
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
      "A run's own config.yaml says all settings that there are.",
      "Ctrl-C ends the run in order: what was recorded and learnt until then is kept."
    })
final class TrainCommand extends LearningCommand {
  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Goes on from a run's folder, also of one that was killed: its settings, all that its"
              + " journal holds, its last checkpoint. It stays as it is; a new folder takes both.")
  private @Nullable Path resumed;

  @Override
  Optional<Path> ownConfig() throws InputFile.InputException {
    return resumed == null ? Optional.empty() : Optional.of(InputFile.SETTINGS.find(resumed));
  }

  @Override
  EarlierRun earlier(RunSettings settings) throws InputFile.InputException {
    if (resumed == null) {
      return EarlierRun.NONE;
    }
    InputFile.JOURNAL.find(resumed);
    return EarlierRun.in(new RunFolder(resumed), settings);
  }

  @Override
  void announce(RunSettings settings, Console console) {
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
