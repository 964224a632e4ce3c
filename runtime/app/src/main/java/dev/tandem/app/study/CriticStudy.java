package dev.tandem.app.study;

import dev.tandem.app.ablation.SideBySide;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.CriticSettings.Variant;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains every variant of the critics on every task with every seed, all else being equal. */
public final class CriticStudy {
  private final RunSettings settings;
  private final Plan plan;
  private final Consumer<StudyRun> ended;
  private final SystemClock wall = new SystemClock();

  /**
   * What is to be trained.
   *
   * @param steps of every training; 0 for each task's own
   */
  public record Plan(List<StudyTask> tasks, List<Variant> variants, List<Long> seeds, int steps) {
    public Plan {
      tasks = List.copyOf(tasks);
      variants = List.copyOf(variants);
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * Plans a study.
   *
   * @param settings of every run but for what task, variant and seed change
   * @param ended told of each run as it ends, one at a time
   */
  public CriticStudy(RunSettings settings, Plan plan, Consumer<StudyRun> ended) {
    this.settings = settings;
    this.plan = plan;
    this.ended = ended;
  }

  /** All runs, task by task and variant by variant. */
  public List<StudyRun> run(int sideBySide) throws InterruptedException {
    List<SideBySide.Run<StudyRun>> runs = new ArrayList<>();
    for (StudyTask task : plan.tasks()) {
      for (Variant variant : plan.variants()) {
        for (long seed : plan.seeds()) {
          String name = task.title() + ", " + title(variant) + ", seed " + seed;
          runs.add(new SideBySide.Run<>(name, () -> train(task, variant, seed)));
        }
      }
    }
    return SideBySide.run(sideBySide, runs);
  }

  /** How a variant is written in settings. */
  public static String title(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private StudyRun train(StudyTask task, Variant variant, long seed) {
    int steps = plan.steps() > 0 ? plan.steps() : task.steps();
    List<Setting> change = List.of(Setting.parse("learner.critics.variant=" + title(variant)));
    RunSettings own =
        Configuration.load(task.of(settings, steps), Optional.empty(), change).withSeed(seed);
    long startNanos = wall.nanoTime();
    List<Double> scores = task.train(own).stream().map(task::score).toList();
    double seconds = (wall.nanoTime() - startNanos) * 1e-9;
    StudyRun run = new StudyRun(task, variant, seed, scores, seconds);
    tell(run);
    return run;
  }

  private synchronized void tell(StudyRun run) {
    ended.accept(run);
  }
}
