package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.hil.session.EpisodeCount;
import dev.tandem.hil.session.SessionStatistics;
import java.util.function.BooleanSupplier;

/** Runs a policy alone, deterministic, on the same episodes for every policy. */
public final class Evaluation {
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

  /**
   * Runs {@code episodes} episodes.
   *
   * @param label which policy, for the report
   * @param envSteps of training that the policy has behind it
   */
  public EvaluationSummary run(String label, long envSteps, int episodes) {
    EpisodeRunner runner = new EpisodeRunner(rig, stop);
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
    }
    return new EvaluationSummary(
        label, envSteps, episodes, successes, returnSum / episodes, cycleSeconds / successes);
  }
}
