package dev.tandem.app.ablation;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains every arm with every seed, some of them side by side, each on one thread. */
public final class Ablation {
  private final RunSettings settings;
  private final List<Long> seeds;
  private final Consumer<ArmRun> ended;

  /**
   * Plans an ablation.
   *
   * @param settings of every run but for its seed and what its arm changes
   * @param ended told of each run as it ends, one at a time
   * @throws ConfigurationException when a run would end before its first evaluation
   */
  public Ablation(RunSettings settings, List<Long> seeds, Consumer<ArmRun> ended) {
    requireEvaluation(settings.steps(), settings.evaluation().everySteps());
    this.settings = settings;
    this.seeds = List.copyOf(seeds);
    this.ended = ended;
  }

  private static void requireEvaluation(int steps, int everySteps) {
    if (everySteps == 0 || steps < everySteps) {
      throw new ConfigurationException(
          "evaluation.every_steps",
          "expected 1 to steps=" + steps + ", so that every run is evaluated, found " + everySteps);
    }
  }

  /** All runs, arm by arm. */
  public List<ArmRun> run(int sideBySide) throws InterruptedException {
    List<SideBySide.Run<ArmRun>> runs = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      for (long seed : seeds) {
        runs.add(new SideBySide.Run<>(arm.title() + ", seed " + seed, () -> train(arm, seed)));
      }
    }
    return SideBySide.run(sideBySide, runs);
  }

  private ArmRun train(Arm arm, long seed) {
    ArmRun run =
        new ArmRun(arm, seed, MeasuredTraining.evaluations(arm.of(settings).withSeed(seed)));
    tell(run);
    return run;
  }

  private synchronized void tell(ArmRun run) {
    ended.accept(run);
  }
}
