package dev.tandem.app.cli;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.bench.PendulumBench;
import dev.tandem.app.bench.ProcessMemory;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.BenchSettings;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.jvm.kernel.Tiling;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem bench pendulum}. */
@CommandLine.Command(
    name = "pendulum",
    description = {
      "Seconds, environment steps and memory until a pendulum is swung up, from a cold start.",
      "By SAC with a replay buffer, and by the streaming learner without one."
    },
    footer = {
      "",
      "Example:  ./tandem bench pendulum --seed 3 --json",
      "Solved is a mean return of -160 over ten episodes, over 200 others less the standard error",
      "of the difference to yet others, and, which is what is reported, over 200 more that had no",
      "say in when to stop."
    })
final class PendulumCommand extends Command {
  private static final List<String> WHO = List.of("both", "sac", "stream");

  @Option(
      names = "--learner",
      defaultValue = "both",
      paramLabel = "WHO",
      description = "both, sac or stream; alone it starts colder. Default: ${DEFAULT-VALUE}.")
  private String who = "both";

  @Override
  RunSettings defaults() {
    return BenchSettings.pendulum();
  }

  /** Whoever learns has its own of the learner's settings; the pendulum itself has none. */
  @Override
  boolean hears(String key) {
    boolean stream = key.startsWith(UnheardSettings.STREAM);
    boolean heard = stream ? !who.equals("sac") : !who.equals("stream");
    return key.equals("seed") || (UnheardSettings.learnersOwn(key) && heard);
  }

  @Override
  String title() {
    return super.title() + (who.equals("both") ? "" : " --learner " + who);
  }

  @Override
  Outcome run(RunSettings settings, Console console) {
    if (!WHO.contains(who)) {
      throw new ConfigurationException("--learner", "expected one of " + WHO + ", found " + who);
    }
    UnheardSettings.ofCritics(settings.learner()).check(settings, assigned(), defaults(), console);
    long seed = settings.seed();
    PendulumBench bench =
        new PendulumBench(
            seed,
            (learner, steps, meanReturn) ->
                console.note(
                    String.format(
                        Locale.ROOT, "%-6s %7d steps, return %.0f", learner, steps, meanReturn)));
    JsonObject figures = new JsonObject().put("seed", seed);
    LearnerSettings learner = settings.learner();
    if (!who.equals("stream")) {
      figures.putAll(
          bench.sac(
              task -> Learners.create(learner, task, seed),
              learner.batchSize(),
              learner.startSteps()));
    }
    if (!who.equals("sac")) {
      figures.putAll(bench.stream(task -> Learners.streaming(learner, task, seed)));
    }
    ProcessMemory memory = ProcessMemory.now();
    console.note(memory.toString());
    figures.put("panel_columns", Tiling.WIDTH).putAll(memory.json());
    return BenchCommands.show(figures, console);
  }
}
