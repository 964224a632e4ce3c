package dev.tandem.app.report;

import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.RunReport;
import java.nio.file.Path;

/** {@code report.json}: what a run achieved, in the words that programs rely on. */
public final class ReportFile {
  private ReportFile() {}

  public static void write(Path file, RunReport report) {
    AtomicFile.write(file, json(report) + "\n");
  }

  /** Also what {@code --json} prints. */
  public static JsonObject json(RunReport report) {
    Proportion success = proportion(report.evaluation());
    return new JsonObject()
        .put("checkpoint_hash", report.checkpointHash())
        .put("success_rate", success.rate())
        .put("success_rate_low", success.low())
        .put("success_rate_high", success.high())
        .put("evaluation_episodes", report.evaluation().episodes())
        .put("train_seconds", report.trainSeconds())
        .put("env_steps", report.envSteps())
        .put("updates", report.updates())
        .put("intervention_rate_last20", report.interventionRateLast20())
        .put("training_episodes", report.trained().ended())
        .put("training_stopped_episodes", report.trained().stopped())
        .put("mean_return", report.evaluation().meanReturn())
        .put("mean_cycle_s", report.evaluation().meanCycleSeconds())
        .put("stopped_episodes", report.evaluation().stopped())
        .put("stops", stops(report.evaluation()))
        .put(
            "bc_success_rate",
            report.cloned().map(EvaluationSummary::successRate).orElse(Double.NaN))
        .put(
            "bc_mean_cycle_s",
            report.cloned().map(EvaluationSummary::meanCycleSeconds).orElse(Double.NaN))
        .put("seed", report.seed())
        .put("run", report.run())
        .put("resumed_from", report.resumedFrom())
        .put("learner", report.learner())
        .putTexts("not_watched", report.notWatched());
  }

  /** What the stops of an evaluation began with, and how often. */
  public static JsonObject stops(EvaluationSummary evaluation) {
    JsonObject stops = new JsonObject();
    evaluation.stops().forEach((cause, count) -> stops.put(cause.name(), count));
    return stops;
  }

  private static Proportion proportion(EvaluationSummary evaluation) {
    return new Proportion(evaluation.successes(), evaluation.episodes());
  }
}
