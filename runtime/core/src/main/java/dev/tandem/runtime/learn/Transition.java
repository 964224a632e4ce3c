package dev.tandem.runtime.learn;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;

/**
 * One decision and what came of it.
 *
 * @param episode counts from 0 in a run
 * @param step decision within the episode, from 0
 * @param stampNanos start of the decision's first tick, on the loop's clock
 * @param observation features when the action was decided, [feature]
 * @param requestedAction what policy or person asked for, SI units, [action]
 * @param appliedAction what was left of it after the action filters, SI units, [action]
 * @param nextObservation features when the next action was due, [feature]
 * @param terminated the task ended: the value of what follows is zero
 * @param truncated the clock or a stop ended the episode: the value of what follows is bootstrapped
 * @param origin who decided
 * @param worstVerdict the worst verdict of the gate and the action filters within the step
 * @param policyVersion of the policy in the slot when the action was decided
 */
public record Transition(
    long episode,
    int step,
    long stampNanos,
    float[] observation,
    float[] requestedAction,
    float[] appliedAction,
    double reward,
    float[] nextObservation,
    boolean terminated,
    boolean truncated,
    Origin origin,
    Verdict worstVerdict,
    long policyVersion) {

  public Transition {
    requireFinite(episode, step, "observation", observation);
    requireFinite(episode, step, "requestedAction", requestedAction);
    requireFinite(episode, step, "appliedAction", appliedAction);
    requireFinite(episode, step, "nextObservation", nextObservation);
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException(
          at(episode, step) + "reward: expected finite, found " + reward);
    }
  }

  private static void requireFinite(long episode, int step, String field, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            at(episode, step) + field + "[" + i + "]: expected finite, found " + values[i]);
      }
    }
  }

  private static String at(long episode, int step) {
    return "episode " + episode + ", step " + step + ", ";
  }

  /** True for the last transition of its episode. */
  public boolean endsEpisode() {
    return terminated || truncated;
  }
}
