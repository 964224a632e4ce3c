package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.BenchSettings;
import dev.tandem.app.settings.CriticSettings.Variant;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.study.CriticStudy;
import dev.tandem.app.study.StudyRun;
import dev.tandem.app.study.StudyTable;
import dev.tandem.app.study.StudyTask;
import dev.tandem.app.train.WritableFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem bench critics}. */
@CommandLine.Command(
    name = "critics",
    description = {
      "What each kind of critics learns on three tasks, beside plain ones.",
      "Kinds are those of learner.critics.variant. Writes critics.md and critics.json."
    },
    footer = {
      "",
      "Example:  ./tandem bench critics --out runs/critics",
      "Interquartile means and 95 %% intervals as in arXiv 2108.13264. The whole study is 60",
      "trainings; --tasks, --variants, --seeds and --steps make it smaller."
    })
final class CriticsCommand extends Command {
  private static final String VARIANT = "learner.critics.variant";

  @Option(
      names = "--tasks",
      split = ",",
      defaultValue = "pendulum,reach,peg-insert",
      paramLabel = "TASK",
      description = "What to learn. Default: ${DEFAULT-VALUE}.")
  private List<String> tasks = List.of();

  @Option(
      names = "--variants",
      split = ",",
      defaultValue = "plain,hl-gauss,dsac-t,droq",
      paramLabel = "NAME",
      description = "Which critics. Default: ${DEFAULT-VALUE}.")
  private List<String> variants = List.of();

  @Mixin private SeveralRuns runs = new SeveralRuns();

  @Option(
      names = "--steps",
      defaultValue = "0",
      paramLabel = "N",
      description = "Environment steps of every training; 0 for each task's own, the default.")
  private int steps;

  @Option(
      names = "--out",
      defaultValue = "runs/critics",
      paramLabel = "FOLDER",
      description = "Where the tables go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs/critics");

  @Override
  RunSettings defaults() {
    return BenchSettings.ablation();
  }

  @Override
  boolean hears(String key) {
    return !key.equals("seed") && !key.startsWith("run.") && !key.startsWith("journal.");
  }

  /** It has several tasks. */
  @Override
  boolean offers(String key) {
    return hears(key) && !key.equals("task");
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws InterruptedException {
    requireNotAssigned(VARIANT, "--variants");
    requireNotAssigned("task", "--tasks");
    CriticStudy.Plan plan =
        new CriticStudy.Plan(
            among("--tasks", tasks, StudyTask.values(), StudyTask::title),
            among("--variants", variants, Variant.values(), CriticStudy::title),
            runs.seeds(),
            steps());
    refuse("task", "--tasks", settings.task(), defaults().task());
    refuse("steps", "--steps", settings.steps(), defaults().steps());
    UnheardSettings.of(settings.learner(), Set.copyOf(plan.variants()))
        .check(settings, assigned(), defaults(), console);
    CriticStudy study = new CriticStudy(settings, plan, run -> console.note(words(run)));
    int atOnce = runs.atOnce();
    WritableFolder.make("--out", out);
    StudyTable table = new StudyTable(study.run(atOnce));
    JsonObject json = table.json().put("folder", out.toString());
    AtomicFile.write(out.resolve("critics.md"), table.markdown());
    AtomicFile.write(out.resolve("critics.json"), json + "\n");
    table.markdown().lines().forEach(console::say);
    return Outcome.done(json);
  }

  private void requireNotAssigned(String key, String option) {
    if (assigned().contains(key)) {
      throw new ConfigurationException("--set " + key, "expected " + option + " instead");
    }
  }

  /** A study has several tasks, each with its own steps. */
  private static void refuse(String key, String option, Object found, Object standard) {
    if (!found.equals(standard)) {
      throw new ConfigurationException(key, "expected " + option + " instead, found " + found);
    }
  }

  private int steps() {
    if (steps < 0) {
      throw new ConfigurationException("--steps", "expected at least 0, found " + steps);
    }
    return steps;
  }

  private static String words(StudyRun run) {
    return String.format(
        Locale.ROOT,
        "%s, %s, seed %d: %.0f over training, %.0f at the end, %.0f s",
        run.task().title(),
        CriticStudy.title(run.variant()),
        run.seed(),
        100 * run.overTraining(),
        100 * run.atTheEnd(),
        run.seconds());
  }

  private static <T> List<T> among(
      String option, List<String> names, T[] all, Function<T, String> title) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new ConfigurationException(option, "expected each once, found " + name + " again");
      }
    }
    return names.stream().map(name -> named(option, name, all, title)).toList();
  }

  private static <T> T named(String option, String name, T[] all, Function<T, String> title) {
    return Arrays.stream(all)
        .filter(one -> title.apply(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    option,
                    "expected some of "
                        + String.join(", ", Arrays.stream(all).map(title).toList())
                        + ", found "
                        + name));
  }
}
