package dev.tandem.app.ablation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ablation in words: one line an arm in Markdown, and every evaluation as CSV. */
public record AblationTable(List<ArmRun> runs) {
  public AblationTable {
    runs = List.copyOf(runs);
  }

  /** The runs of one arm, by seed. */
  public List<ArmRun> of(Arm arm) {
    return runs.stream().filter(run -> run.arm() == arm).toList();
  }

  /** Mean steps to 90 %; a lower bound where a run never got there. */
  public Interval steps(Arm arm) {
    return Interval.of(of(arm).stream().mapToDouble(ArmRun::stepsAtLeast).toArray());
  }

  /** Median steps to 90 %; NaN for an arm without a run. */
  public double medianSteps(Arm arm) {
    long[] sorted = of(arm).stream().mapToLong(ArmRun::stepsAtLeast).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  /** How many runs of the arm got there. */
  public long reached(Arm arm) {
    return of(arm).stream().filter(run -> run.stepsToGoal().isPresent()).count();
  }

  public Interval finalSuccess(Arm arm) {
    return Interval.of(of(arm).stream().mapToDouble(run -> run.last().successRate()).toArray());
  }

  public String markdown() {
    StringBuilder text =
        new StringBuilder("| taught by | reached 90 % | environment steps to 90 %: median | ")
            .append("mean and 95 % interval | each seed | success at the end |\n")
            .append("|---|---|---|---|---|---|\n");
    for (Arm arm : runs.stream().map(ArmRun::arm).distinct().toList()) {
      Interval steps = steps(arm);
      Interval success = finalSuccess(arm);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d of %d | %.0f | %.0f +- %.0f | %s | %.0f %% +- %.0f |%n",
              arm.title(),
              reached(arm),
              of(arm).size(),
              medianSteps(arm),
              steps.mean(),
              steps.half(),
              eachSeed(arm),
              100 * success.mean(),
              100 * success.half()));
    }
    return text.append("\n`>`: not reached within these steps; counted as these steps.\n")
        .toString();
  }

  private String eachSeed(Arm arm) {
    return String.join(
        ", ",
        of(arm).stream()
            .map(run -> (run.stepsToGoal().isPresent() ? "" : "> ") + run.stepsAtLeast())
            .toList());
  }

  public String csv() {
    StringBuilder text = new StringBuilder("arm,seed,env_steps,successes,episodes,mean_cycle_s\n");
    for (ArmRun run : runs) {
      run.evaluations()
          .forEach(
              e ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "%s,%d,%d,%d,%d,%.3f%n",
                          run.arm().title(),
                          run.seed(),
                          e.envSteps(),
                          e.successes(),
                          e.episodes(),
                          e.meanCycleSeconds())));
    }
    return text.toString();
  }

  /** Success of an arm's k-th evaluation over its seeds. */
  public Interval success(Arm arm, int evaluation) {
    return Interval.of(
        of(arm).stream()
            .filter(run -> evaluation < run.evaluations().size())
            .mapToDouble(run -> run.evaluations().get(evaluation).successRate())
            .toArray());
  }

  /** Evaluations that every run of the arm has. */
  public int evaluations(Arm arm) {
    return of(arm).stream().mapToInt(run -> run.evaluations().size()).min().orElse(0);
  }

  /** Mean environment steps of an arm's k-th evaluation: evaluations wait for an episode's end. */
  public long meanStep(Arm arm, int evaluation) {
    return Math.round(
        Arrays.stream(of(arm).toArray(ArmRun[]::new))
            .mapToLong(run -> run.evaluations().get(evaluation).envSteps())
            .average()
            .orElse(0));
  }
}
