package dev.tandem.app.cli;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.report.Proportion;
import dev.tandem.app.report.ReportFile;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.CheckpointEvaluation;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.OwnCheckpoint;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code tandem eval}. */
@CommandLine.Command(
    name = "eval",
    description =
        "How well a policy does alone: success rate, return and cycle time on the same episodes"
            + " for every policy, with 95 %% intervals.",
    footer = {
      "",
      "Example:  ./tandem eval runs/NAME --set evaluation.episodes=500",
      "Of a run's folder it takes the newest checkpoint. The settings are those of --config, else",
      "of the run's config.yaml, else the defaults with the task that the checkpoint names."
    })
final class EvalCommand extends Command {
  @Parameters(
      paramLabel = "CHECKPOINT",
      description = "A checkpoint, or the folder of the run that wrote it.")
  private @Nullable Path path;

  private RunSettings taught = RunSettings.defaults();

  @Override
  Optional<Path> ownConfig() throws InputFile.InputException {
    return checkpoint().config();
  }

  /** The task is the one that the policy was made for. */
  @Override
  RunSettings defaults() throws InputFile.InputException, CheckpointException {
    taught = checkpoint().defaults();
    return taught;
  }

  @Override
  void checkFirst(RunSettings settings) {
    checkpoint().requireTask(settings, taught);
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws Exception {
    if (!hasConfig()) {
      checkpoint().requireOwn();
    }
    Path file = checkpoint().file();
    OwnCheckpoint.requireTaught(file, Bodies.sealed(settings));
    EvaluationSummary found = CheckpointEvaluation.run(settings, file);
    console.say(success(settings, found));
    console.say(String.format(Locale.ROOT, "mean return %.3f", found.meanReturn()));
    if (found.successes() > 0) {
      console.say(String.format(Locale.ROOT, "mean cycle %.2f s", found.meanCycleSeconds()));
    }
    if (found.stopped() > 0) {
      console.say(ProgressText.stops(found));
    }
    return Outcome.done(
        json(found)
            .put("task", settings.task())
            .put("checkpoint", file.toString())
            .put("checkpoint_hash", new CheckpointFile(file).hash()));
  }

  private static String success(RunSettings settings, EvaluationSummary found) {
    Proportion success = new Proportion(found.successes(), found.episodes());
    return String.format(
        Locale.ROOT,
        "%s: %d of %d succeeded, %.1f %% (95 %% interval %.1f to %.1f %%)",
        settings.task(),
        found.successes(),
        found.episodes(),
        100 * success.rate(),
        100 * success.low(),
        100 * success.high());
  }

  private static JsonObject json(EvaluationSummary found) {
    Proportion success = new Proportion(found.successes(), found.episodes());
    return new JsonObject()
        .put("success_rate", success.rate())
        .put("success_rate_low", success.low())
        .put("success_rate_high", success.high())
        .put("evaluation_episodes", found.episodes())
        .put("mean_return", found.meanReturn())
        .put("mean_cycle_s", found.meanCycleSeconds())
        .put("stopped_episodes", found.stopped())
        .put("stops", ReportFile.stops(found));
  }

  private GivenCheckpoint checkpoint() {
    if (path == null) {
      throw new IllegalStateException("picocli requires the parameter");
    }
    return new GivenCheckpoint(path);
  }
}
