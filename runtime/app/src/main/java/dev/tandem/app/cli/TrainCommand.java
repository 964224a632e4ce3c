package dev.tandem.app.cli;

import picocli.CommandLine;

/** {@code tandem train}. */
@CommandLine.Command(
    name = "train",
    description = "Learns what a configuration says: task, simulator, person, learner, seeds.",
    footer = {
      "",
      "Example:  ./tandem train --config my.yaml --set task=reach --set steps=2000",
      "A run's own config.yaml says all settings that there are."
    })
final class TrainCommand extends LearningCommand {}
