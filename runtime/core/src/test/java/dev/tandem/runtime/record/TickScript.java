package dev.tandem.runtime.record;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.time.HotPath;

/** Writes ticks as the control loop does: decisions, held ticks, episode ends. */
public final class TickScript {
  public static final long PERIOD_NANOS = 1_000_000;

  private final TickSink sink;
  private long tick = -1;
  private long episode;
  private int step = -1;

  public Verdict verdict = Verdict.PASSED;
  public Origin origin = Origin.POLICY;

  /** NaN to request something that is no number. */
  public double requested;

  public long policyVersion;
  public double push;

  public TickScript(TickSink sink) {
    this.sink = sink;
  }

  public TickScript startEpisode(long number) {
    episode = number;
    step = -1;
    return this;
  }

  @HotPath
  public TickScript decide(double q) {
    step++;
    publish(q, true, false);
    return this;
  }

  @HotPath
  public TickScript hold(double q) {
    publish(q, false, false);
    return this;
  }

  public TickScript endEpisode(double q) {
    publish(q, false, true);
    return this;
  }

  @HotPath
  private void publish(double q, boolean decided, boolean episodeEnd) {
    TickRecord to = sink.claim();
    tick++;
    to.tick = tick;
    to.startNanos = tick * PERIOD_NANOS;
    to.latenessNanos = 100 + tick;
    to.executionNanos = 20_000 + tick;
    to.episode = episode;
    to.step = step;
    to.decided = decided;
    to.episodeEnd = episodeEnd;
    to.origin = origin;
    to.verdict = verdict;
    to.modifiedMask = verdict == Verdict.MODIFIED ? 1L << 63 | 2 : 0;
    to.commandLimits.set(1, verdict == Verdict.MODIFIED ? 1L << 63 | 4 : 0);
    to.actionLimits.set(0, verdict == Verdict.MODIFIED ? 2 : 0);
    to.policyVersion = policyVersion;
    fill(to, q);
    sink.publish();
  }

  @HotPath
  private void fill(TickRecord to, double q) {
    for (int i = 0; i < to.observation.length; i++) {
      to.observation[i] = q + i;
    }
    to.requestedAction[0] = Double.isNaN(requested) ? requested : 2 * push;
    to.appliedAction[0] = push;
    for (int i = 0; i < to.proposedCommand.length; i++) {
      to.proposedCommand[i] = 3 * push + i;
      to.appliedCommand[i] = push + i;
    }
  }
}
