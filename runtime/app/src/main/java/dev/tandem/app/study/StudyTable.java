package dev.tandem.app.study;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.CriticSettings.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A study in words and in numbers: one line for each variant on each task, and on all of them. */
public record StudyTable(List<StudyRun> runs) {
  private static final String ALL = "all";

  public StudyTable {
    runs = List.copyOf(runs);
  }

  /**
   * One line.
   *
   * @param task name of one, or {@code all}
   * @param overTraining of the mean score of all evaluations
   * @param atTheEnd of the score of the last one
   */
  public record Line(
      String task, Variant variant, InterquartileMean overTraining, InterquartileMean atTheEnd) {}

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<StudyTask> tasks = runs.stream().map(StudyRun::task).distinct().toList();
    for (StudyTask task : tasks) {
      variants().forEach(variant -> lines.add(line(task.title(), List.of(task), variant)));
    }
    variants().forEach(variant -> lines.add(line(ALL, tasks, variant)));
    return lines;
  }

  private List<Variant> variants() {
    return runs.stream().map(StudyRun::variant).distinct().toList();
  }

  private Line line(String title, List<StudyTask> tasks, Variant variant) {
    return new Line(
        title,
        variant,
        mean(tasks, variant, StudyRun::overTraining),
        mean(tasks, variant, StudyRun::atTheEnd));
  }

  private InterquartileMean mean(
      List<StudyTask> tasks, Variant variant, ToDoubleFunction<StudyRun> measure) {
    return InterquartileMean.of(
        tasks.stream().map(task -> of(task, variant).mapToDouble(measure).toArray()).toList());
  }

  private Stream<StudyRun> of(StudyTask task, Variant variant) {
    return runs.stream().filter(run -> run.task() == task && run.variant() == variant);
  }

  public String markdown() {
    StringBuilder text =
        new StringBuilder(
                "| task | critics | over training | at the end | each seed at the end |\n")
            .append("|---|---|---|---|---|\n");
    for (Line line : lines()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |%n",
              line.task(),
              CriticStudy.title(line.variant()),
              words(line.overTraining()),
              words(line.atTheEnd()),
              eachSeed(line)));
    }
    return text.append("\nInterquartile means of scores from 0 to 100 with 95 % intervals by a ")
        .append("stratified bootstrap (arXiv 2108.13264).\n")
        .append("Score: success rate; on the pendulum the return, -1200 being 0 and -150 100. ")
        .append("Over training: the mean of all evaluations.\n")
        .toString();
  }

  private static String words(InterquartileMean mean) {
    if (Double.isNaN(mean.low())) {
      return String.format(Locale.ROOT, "%.1f", 100 * mean.mean());
    }
    return String.format(
        Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * mean.mean(), 100 * mean.low(), 100 * mean.high());
  }

  private String eachSeed(Line line) {
    return String.join(
        ", ",
        runs.stream()
            .filter(run -> run.task().title().equals(line.task()))
            .filter(run -> run.variant() == line.variant())
            .map(run -> String.format(Locale.ROOT, "%.0f", 100 * run.atTheEnd()))
            .toList());
  }

  /** Keys {@code lines} and {@code runs}; scores from 0 to 1. */
  public JsonObject json() {
    return new JsonObject()
        .put("lines", lines().stream().map(StudyTable::json).toList())
        .put("runs", runs.stream().map(StudyTable::json).toList());
  }

  private static JsonObject json(Line line) {
    return new JsonObject()
        .put("task", line.task())
        .put("variant", CriticStudy.title(line.variant()))
        .put("over_training", json(line.overTraining()))
        .put("at_the_end", json(line.atTheEnd()));
  }

  private static JsonObject json(InterquartileMean mean) {
    return new JsonObject().put("iqm", mean.mean()).put("low", mean.low()).put("high", mean.high());
  }

  private static JsonObject json(StudyRun run) {
    return new JsonObject()
        .put("task", run.task().title())
        .put("variant", CriticStudy.title(run.variant()))
        .put("seed", run.seed())
        .put("over_training", run.overTraining())
        .put("at_the_end", run.atTheEnd())
        .put("seconds", run.seconds());
  }
}
