package dev.tandem.app.cli;

import dev.tandem.app.ablation.Ablation;
import dev.tandem.app.ablation.AblationTable;
import dev.tandem.app.ablation.Arm;
import dev.tandem.app.report.AblationFiles;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.BenchSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.WritableFolder;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem bench ablation}. */
@CommandLine.Command(
    name = "ablation",
    description = {
      "Environment steps to 90 %% success with both kinds of teaching, with one and with none.",
      "Taught by demonstrations and interventions, by demonstrations only, and by neither; writes",
      "ablation.md, ablation.csv and ablation.png."
    },
    footer = {
      "",
      "Example:  ./tandem bench ablation --seeds 1,2,3,4,5 --out runs/ablation",
      "Success is measured on 50 episodes every 100 steps; 90 %% counts when the next",
      "evaluation confirms it. Takes about 20 minutes on two cores."
    })
final class AblationCommand extends Command {
  @Mixin private SeveralRuns runs = new SeveralRuns();

  @Option(
      names = "--out",
      defaultValue = "runs/ablation",
      paramLabel = "FOLDER",
      description = "Where the table and the plot go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs/ablation");

  @Override
  RunSettings defaults() {
    return BenchSettings.ablation();
  }

  @Override
  boolean hears(String key) {
    return !key.equals("seed") && !key.startsWith("run.") && !key.startsWith("journal.");
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws InterruptedException {
    UnheardSettings.of(settings.learner()).check(settings, assigned(), defaults(), console);
    Ablation ablation =
        new Ablation(
            settings,
            runs.seeds(),
            run ->
                console.note(
                    String.format(
                        Locale.ROOT,
                        "%s, seed %d: %s steps to 90 %%, %.0f %% at the end",
                        run.arm().title(),
                        run.seed(),
                        (run.stepsToGoal().isPresent() ? "" : "more than ") + run.stepsAtLeast(),
                        100 * run.last().successRate())));
    int atOnce = runs.atOnce();
    WritableFolder.make("--out", out);
    AblationTable table = new AblationTable(ablation.run(atOnce));
    AblationFiles.write(out, settings.task() + ": what teaching is worth", table);
    table.markdown().lines().forEach(console::say);
    return Outcome.done(json(table));
  }

  private JsonObject json(AblationTable table) {
    double both = table.medianSteps(Arm.BOTH);
    double demosOnly = table.medianSteps(Arm.DEMOS_ONLY);
    return new JsonObject()
        .put("both_median_steps", both)
        .put("demos_only_median_steps", demosOnly)
        .put("neither_median_steps", table.medianSteps(Arm.NEITHER))
        .put("both_reached", table.reached(Arm.BOTH))
        .put("demos_only_reached", table.reached(Arm.DEMOS_ONLY))
        .put("neither_reached", table.reached(Arm.NEITHER))
        .put("ratio_both_to_demos_only", both / demosOnly)
        .put("folder", out.toString());
  }
}
