package dev.tandem.app.cli;

import dev.tandem.app.report.Proportion;
import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.app.sight.EncoderLesson;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.TrainedEpisodes;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Progress in words, the same on a terminal and in a log. */
final class ProgressText {
  private ProgressText() {}

  /** How learning goes, over the last 20 episodes. */
  static String of(LearningProgress progress) {
    return String.format(
        Locale.ROOT,
        "success %.0f %%, return %.2f, person %.0f %%, %.0f updates/s%s",
        100 * progress.successRate(),
        progress.meanReturn(),
        100 * progress.interventionRate(),
        progress.updatesPerSecond(),
        cut(progress.episodes(), ", "));
  }

  /** Nothing when the safety layer let every episode of the training go to its end. */
  static String cut(TrainedEpisodes episodes, String before) {
    return episodes.stopped() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%s%,d of %,d episodes cut short by safety stops",
            before,
            episodes.stopped(),
            episodes.ended());
  }

  static String of(EvaluationSummary evaluation) {
    Proportion success = new Proportion(evaluation.successes(), evaluation.episodes());
    return String.format(
        Locale.ROOT,
        "%s: %d of %d succeeded (95 %% interval %.1f to %.1f %%), return %.2f%s%s",
        name(evaluation),
        evaluation.successes(),
        evaluation.episodes(),
        100 * success.low(),
        100 * success.high(),
        evaluation.meanReturn(),
        cycle(evaluation),
        evaluation.stopped() == 0 ? "" : "; " + stops(evaluation));
  }

  /** Who was stopped how often, and what each of the stops began with. */
  static String stops(EvaluationSummary evaluation) {
    String causes =
        evaluation.stops().entrySet().stream()
            .map(each -> each.getValue() + " because of " + each.getKey().line())
            .collect(Collectors.joining("; "));
    return evaluation.stopped()
        + " of "
        + evaluation.episodes()
        + " stopped by safety, of which "
        + causes;
  }

  private static String name(EvaluationSummary evaluation) {
    return evaluation.label().equals("cloned")
        ? "behaviour cloning"
        : String.format(Locale.ROOT, "policy alone after %,d steps", evaluation.envSteps());
  }

  private static String cycle(EvaluationSummary evaluation) {
    return evaluation.successes() == 0
        ? ""
        : String.format(Locale.ROOT, ", %.2f s a cycle", evaluation.meanCycleSeconds());
  }

  /** Seconds as a person says them: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /**
   * Who learns from how much at once.
   *
   * @param threads that are really used
   */
  static String of(SimulationSettings several, int threads) {
    return several.environments()
        + " environments on "
        + threads
        + (threads == 1 ? " thread" : " threads")
        + (threads < several.threads()
            ? " (simulation.threads=" + several.threads() + ": more would only wait for each other)"
            : "")
        + (several.overlap() ? ", stepped while the learner learns" : ", in lockstep");
  }

  /** What an encoder's file says of itself. */
  static String sight(Map<String, String> said) {
    String error = said.get(EncoderLesson.HELD_OUT_ERROR);
    return error == null
        ? "does not say how far off it is; ./tandem encoder train makes one that does"
        : String.format(
            Locale.ROOT,
            "%.1f mm off on average, of pictures that it was not taught with",
            Double.parseDouble(error));
  }

  /** Of a learner that takes its time and memory. */
  static String patience(double secondsPerStep, int steps, long bytes) {
    return String.format(
        Locale.ROOT,
        "learner: the updates of an environment step take roughly %s, those of steps=%d %s, in"
            + " %.1f GB; fewer or narrower layers, fewer critics, smaller batches or fewer"
            + " learner.updates_per_step take less; Ctrl-C ends the run",
        duration(secondsPerStep),
        steps,
        duration(secondsPerStep * steps),
        bytes * 1e-9);
  }
}
