package dev.tandem.app.ablation;

import dev.tandem.app.settings.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
   */
  public Ablation(RunSettings settings, List<Long> seeds, Consumer<ArmRun> ended) {
    this.settings = settings;
    this.seeds = List.copyOf(seeds);
    this.ended = ended;
  }

  /** All runs, arm by arm. */
  public List<ArmRun> run(int sideBySide) throws InterruptedException {
    List<Callable<ArmRun>> runs = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      for (long seed : seeds) {
        runs.add(() -> train(arm, seed));
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
