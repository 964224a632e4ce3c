package dev.tandem.hil.session;

import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Counts who drove, over the episodes of a session and over the last few of them: the intervention
 * rate by which one sees that the policy needs its teacher less. One thread.
 */
public final class SessionStatistics implements Consumer<Transition> {
  private final int window;
  private final Deque<EpisodeCount> recent = new ArrayDeque<>();
  private int steps;
  private int humanSteps;
  private int takeOvers;
  private double returnSum;
  private Origin lastOrigin = Origin.POLICY;

  /**
   * Keeps the last episodes.
   *
   * @param window episodes that the rates look back over
   */
  public SessionStatistics(int window) {
    if (window < 1) {
      throw new IllegalArgumentException("window must be >= 1, got " + window);
    }
    this.window = window;
  }

  @Override
  public void accept(Transition transition) {
    boolean human = transition.origin() == Origin.HUMAN;
    steps++;
    humanSteps += human ? 1 : 0;
    takeOvers += human && lastOrigin != Origin.HUMAN ? 1 : 0;
    returnSum += transition.reward();
    lastOrigin = transition.origin();
  }

  /** Closes the episode with its success mark. */
  public EpisodeCount endEpisode(boolean success) {
    EpisodeCount count = new EpisodeCount(steps, humanSteps, takeOvers, returnSum, success);
    recent.addLast(count);
    if (recent.size() > window) {
      recent.removeFirst();
    }
    steps = 0;
    humanSteps = 0;
    takeOvers = 0;
    returnSum = 0;
    lastOrigin = Origin.POLICY;
    return count;
  }

  /** Steps that the person decided by all steps of the last episodes; 0 before the first. */
  public double interventionRate() {
    int human = recent.stream().mapToInt(EpisodeCount::humanSteps).sum();
    int all = recent.stream().mapToInt(EpisodeCount::steps).sum();
    return all == 0 ? 0 : (double) human / all;
  }

  /** Undiscounted, of the last episodes; 0 before the first. */
  public double meanReturn() {
    return recent.stream().mapToDouble(EpisodeCount::returnSum).average().orElse(0);
  }

  /** Successes by the last episodes, helped or not; 0 before the first. */
  public double successRate() {
    return recent.stream().mapToInt(e -> e.success() ? 1 : 0).average().orElse(0);
  }
}
