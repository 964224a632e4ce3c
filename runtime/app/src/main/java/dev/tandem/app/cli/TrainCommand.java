package dev.tandem.app.cli;

import dev.tandem.app.settings.RunSettings;
import java.util.Locale;
import picocli.CommandLine;

/** {@code tandem train}. */
@CommandLine.Command(
    name = "train",
    description = "Learns what a configuration says: task, simulator, person, learner, seeds.",
    footer = {
      "",
      "Example:  ./tandem train --config my.yaml --set task=reach --set steps=2000",
      "Without --config it has the settings of ./tandem demo, with what --set and --seed change.",
      "A run's own config.yaml says all settings that there are.",
      "Ctrl-C ends the run in order: what was recorded and learnt until then is kept."
    })
final class TrainCommand extends LearningCommand {
  @Override
  void announce(RunSettings settings, Console console) {
    if (!hasConfig()) {
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
