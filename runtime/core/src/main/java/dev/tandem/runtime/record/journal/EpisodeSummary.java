package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import java.util.Map;

/**
 * One episode as its transitions tell it.
 *
 * @param steps transitions that there are of it
 * @param rewardSum undiscounted
 * @param seconds from its first decision to the end of its last, which is taken to last as long as
 *     the shortest in the journal
 * @param ending how its last transition ends
 * @param worstVerdict of all its steps
 * @param stepsByOrigin how many steps each one decided; none where it is missing
 */
public record EpisodeSummary(
    long episode,
    int steps,
    double rewardSum,
    double seconds,
    Ending ending,
    Verdict worstVerdict,
    Map<Origin, Integer> stepsByOrigin) {

  /** How an episode ended. */
  public enum Ending {
    TERMINATED,
    TRUNCATED,
    /** The journal ends, or its next episode begins, before this one's end. */
    OPEN
  }

  public EpisodeSummary {
    stepsByOrigin = Map.copyOf(stepsByOrigin);
  }

  /** The part of the steps that {@code origin} decided, 0 to 1. */
  public double share(Origin origin) {
    return (double) stepsByOrigin.getOrDefault(origin, 0) / steps;
  }
}
