package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.hil.session.EpisodeCount;
import dev.tandem.hil.session.SessionStatistics;
import dev.tandem.runtime.guard.Fault;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Runs a policy alone, deterministic, on the same episodes for every policy. In simulation only: a
 * stop by the safety layer ends its episode and counts as a failure, and the next one begins with
 * robot and world put back on purpose, as each does. A robot's stop stays latched until a person
 * recovers it.
 */
public final class Evaluation implements AutoCloseable {
  private final Rig rig;
  private final BooleanSupplier stop;

  /**
   * For one policy.
   *
   * @param rig with nobody at it and a deterministic policy in its slot
   * @param stop says that no decision shall follow
   */
  Evaluation(Rig rig, BooleanSupplier stop) {
    this.rig = rig;
    this.stop = stop;
  }

  /** Lets the rig's simulator go. */
  @Override
  public void close() {
    rig.close();
  }

  /** The same with nobody to tell. */
  public EvaluationSummary run(String label, long envSteps, int episodes) {
    return run(label, envSteps, episodes, done -> {});
  }

  /**
   * Runs {@code episodes} episodes.
   *
   * @param done told after each how many there were
   * @param label which policy, for the report
   * @param envSteps of training that the policy has behind it
   */
  public EvaluationSummary run(String label, long envSteps, int episodes, IntConsumer done) {
    EpisodeRunner runner = new EpisodeRunner(rig, stop, true);
    SortedMap<Fault, Integer> stops = new TreeMap<>();
    SessionStatistics statistics = new SessionStatistics(1);
    int successes = 0;
    double returnSum = 0;
    double cycleSeconds = 0;
    for (int i = 0; i < episodes; i++) {
      boolean success = runner.run(i, Seeds.evaluationEpisode(i), statistics);
      EpisodeCount episode = statistics.endEpisode(success);
      returnSum += episode.returnSum();
      successes += success ? 1 : 0;
      cycleSeconds += success ? episode.steps() * rig.decisionSeconds() : 0;
      if (rig.loop().isStopped()) {
        stops.merge(rig.loop().stopReport().cause(), 1, Integer::sum);
      }
      done.accept(i + 1);
    }
    double meanReturn = returnSum / episodes;
    return new EvaluationSummary(
        label, envSteps, episodes, successes, meanReturn, cycleSeconds / successes, stops);
  }
}
