package dev.tandem.app.cli;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.bench.OneRow;
import dev.tandem.app.bench.ProcessMemory;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.BenchSettings;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.StreamingRun;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine;

/** {@code tandem bench stream}. */
@CommandLine.Command(
    name = "stream",
    description = {
      "How far the streaming learner gets at a simulated arm, alone.",
      "Without replay buffer, person or demonstrations: success rate, environment steps and memory."
    },
    footer = {
      "",
      "Example:  ./tandem bench stream --set learner.stream.hidden=[64,64] --seed 2 --json",
      "Success is measured on 20 episodes every 2,500 steps, and on 100 at the end. Layer128: one",
      "layer forward and back for one row, by the kernels for it and by those for batches.",
      "stream_bytes is all that the learner takes: stream_state_bytes for weights, traces and",
      "statistics, which depend on layers and task only, and what it computes in, which",
      "panel_columns widens: 64, or what the start finds faster. Heap and resident bytes are those",
      "of the whole process."
    })
final class StreamCommand extends Command {
  private static final double GOOD = 0.9;

  /** As in the paper's networks. */
  private static final int LAYER_UNITS = 128;

  private double stepsToGood = Double.NaN;

  @Override
  RunSettings defaults() {
    return BenchSettings.streaming();
  }

  @Override
  void check(LearnerSettings learner, Task task) {
    super.check(learner, task);
    Learners.requireRoom(learner, task);
  }

  @Override
  boolean hears(String key) {
    return !key.startsWith("run.") && !key.startsWith("journal.");
  }

  @Override
  Outcome run(RunSettings settings, Console console) {
    UnheardSettings.of(settings.learner()).check(settings, assigned(), defaults(), console);
    Clock wall = new SystemClock();
    long startNanos = wall.nanoTime();
    StreamingRun run = new StreamingRun(settings);
    run.learn(
        new RunListener() {
          @Override
          public void evaluated(EvaluationSummary summary) {
            note(summary, console);
          }
        },
        wall);
    double seconds = (wall.nanoTime() - startNanos) * 1e-9;
    EvaluationSummary last = run.evaluate(settings.evaluation().episodes());
    OneRow.Cost layer = OneRow.cost(wall, LAYER_UNITS, new SplittableRandom(settings.seed()));
    ProcessMemory memory = ProcessMemory.now();
    console.note(words(run, memory));
    return BenchCommands.show(
        figures(settings, last)
            .put("train_seconds", seconds)
            .put("stream_bytes", run.bytes())
            .put("stream_state_bytes", run.stateBytes())
            .put("panel_columns", Tiling.WIDTH)
            .putAll(memory.json())
            .put("layer128_rows_us", layer.rowNanos() * 1e-3)
            .put("layer128_tiles_us", layer.tileNanos() * 1e-3),
        console);
  }

  private static String words(StreamingRun run, ProcessMemory memory) {
    return String.format(
        Locale.ROOT,
        "the learner itself: %.1f kB, of which %.1f kB are weights, traces and statistics, the same"
            + " on every machine, and the rest what it computes in, in panels of %d columns as the"
            + " start has chosen; %s",
        run.bytes() * 1e-3,
        run.stateBytes() * 1e-3,
        Tiling.WIDTH,
        memory);
  }

  private JsonObject figures(RunSettings settings, EvaluationSummary last) {
    return new JsonObject()
        .put("task", settings.task())
        .put("seed", settings.seed())
        .put("env_steps", last.envSteps())
        .put("steps_to_90_percent", stepsToGood)
        .put("success_rate", last.successRate())
        .put("evaluation_episodes", last.episodes())
        .put("mean_return", last.meanReturn())
        .put("mean_cycle_s", last.meanCycleSeconds());
  }

  private void note(EvaluationSummary summary, Console console) {
    if (Double.isNaN(stepsToGood) && summary.successRate() >= GOOD) {
      stepsToGood = summary.envSteps();
    }
    console.note(
        String.format(
            Locale.ROOT,
            "%7d steps, success %3.0f %%, return %.1f",
            summary.envSteps(),
            100 * summary.successRate(),
            summary.meanReturn()));
  }
}
