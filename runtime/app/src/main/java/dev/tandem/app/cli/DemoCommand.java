package dev.tandem.app.cli;

import picocli.CommandLine;

/** {@code tandem demo}. */
@CommandLine.Command(
    name = "demo",
    description =
        "An arm in the embedded simulator learns to put a peg into a hole, from demonstrations and"
            + " a scripted person's corrections, in some minutes. What is learnt, measured and"
            + " recorded lies in runs/.",
    footer = {
      "",
      "Example:  ./tandem demo --seed 1",
      "Ctrl-C ends the run in order: what was recorded and learnt until then is kept."
    })
final class DemoCommand extends LearningCommand {}
