package dev.tandem.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The smallest trainings there are, through the command line.
 *
 * @param folder of their runs
 */
record SmallTraining(Path folder) {
  /** With {@code more} settings, which win. */
  CommandLineRun run(String... more) {
    return run(tandem -> {}, more);
  }

  /** The same with something done to the command line before it runs. */
  CommandLineRun run(Consumer<Tandem> prepare, String... more) {
    List<String> small =
        List.of(
            "task=reach",
            "steps=60",
            "demos.episodes=2",
            "evaluation.episodes=1",
            "learner.hidden=[8]",
            "learner.batch_size=16",
            "learner.updates_per_step=1",
            "run.directory=" + folder);
    List<String> arguments = new ArrayList<>(List.of("train", "--json"));
    Stream.concat(small.stream(), Stream.of(more))
        .forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return CommandLineRun.of(prepare, arguments.toArray(String[]::new));
  }
}
