package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.EpisodeSummary.Ending;
import java.util.EnumMap;
import java.util.Map;

/** Sums up the transitions of one episode. */
final class EpisodeTally {
  private final Transition first;
  private final Map<Origin, Integer> stepsByOrigin = new EnumMap<>(Origin.class);
  private Transition last;
  private Verdict worst = Verdict.PASSED;
  private double rewardSum;
  private int steps;

  EpisodeTally(Transition first) {
    this.first = first;
    this.last = first;
    add(first);
  }

  void add(Transition transition) {
    last = transition;
    steps++;
    rewardSum += transition.reward();
    worst = worst.worse(transition.worstVerdict());
    stepsByOrigin.merge(transition.origin(), 1, Integer::sum);
  }

  Transition last() {
    return last;
  }

  /**
   * @param decisionNanos how long the last step is
   */
  EpisodeSummary summary(long decisionNanos) {
    return new EpisodeSummary(
        first.episode(),
        steps,
        rewardSum,
        (last.stampNanos() - first.stampNanos() + decisionNanos) * 1e-9,
        ending(),
        worst,
        stepsByOrigin);
  }

  private Ending ending() {
    if (last.terminated()) {
      return Ending.TERMINATED;
    }
    return last.truncated() ? Ending.TRUNCATED : Ending.OPEN;
  }
}
