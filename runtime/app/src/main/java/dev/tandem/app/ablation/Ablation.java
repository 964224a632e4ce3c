package dev.tandem.app.ablation;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.TrainingRun;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    ExecutorService workers = Executors.newFixedThreadPool(sideBySide);
    try {
      List<Future<ArmRun>> runs = new ArrayList<>();
      for (Arm arm : Arm.values()) {
        for (long seed : seeds) {
          runs.add(workers.submit(() -> train(arm, seed)));
        }
      }
      List<ArmRun> results = new ArrayList<>();
      for (Future<ArmRun> run : runs) {
        results.add(result(run));
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private ArmRun train(Arm arm, long seed) {
    RunSettings own = arm.of(settings).withSeed(seed);
    SimulatedTask task = Tasks.create(own.task(), own.simulator());
    List<EvaluationSummary> evaluations = new ArrayList<>();
    RunListener collect =
        new RunListener() {
          @Override
          public void evaluated(EvaluationSummary evaluation) {
            evaluations.add(evaluation);
          }
        };
    TrainingRun.teach(own, task, new UnjournaledRecording(task), collect, new SystemClock());
    ArmRun run = new ArmRun(arm, seed, evaluations);
    tell(run);
    return run;
  }

  private synchronized void tell(ArmRun run) {
    ended.accept(run);
  }

  private static ArmRun result(Future<ArmRun> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run of the ablation failed: " + e.getCause(), e);
    }
  }
}
