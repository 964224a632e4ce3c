package dev.tandem.policies.rlpd;

import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.ReplayBuffer;
import java.util.random.RandomGenerator;

/**
 * Fills batches half from experience and half from demonstrations (RLPD, symmetric sampling), in
 * every critic step's share of the rows. While one of the two is empty, the other fills all. What
 * it draws follows from seed and draw number.
 */
public final class RlpdSampler {
  private static final int SAMPLING = 3;

  private final ReplayBuffer online;
  private final ReplayBuffer demos;
  private final int shareRows;
  private final long seed;

  /**
   * @param shareRows rows of one critic step
   */
  public RlpdSampler(ReplayBuffer online, ReplayBuffer demos, int shareRows, long seed) {
    if (shareRows < 2) {
      throw new IllegalArgumentException("shareRows must be >= 2, got " + shareRows);
    }
    this.online = online;
    this.demos = demos;
    this.shareRows = shareRows;
    this.seed = seed;
  }

  /** True when there is anything to draw. */
  public boolean ready() {
    return online.size() > 0 || demos.size() > 0;
  }

  /**
   * Fills the whole of {@code batch}, whose rows are a multiple of a share.
   *
   * @param draw number of this draw, for example the learner's updates; equal numbers on equal
   *     buffers give equal batches
   */
  public void fill(long draw, Batch batch) {
    if (batch.rows % shareRows != 0) {
      throw new IllegalArgumentException(
          "batch: expected a multiple of " + shareRows + " rows, found " + batch.rows);
    }
    RandomGenerator random = StepRandom.at(seed, SAMPLING, draw);
    int fromDemos = demoRows();
    for (int from = 0; from < batch.rows; from += shareRows) {
      online.sample(random, batch, from, shareRows - fromDemos);
      demos.sample(random, batch, from + shareRows - fromDemos, fromDemos);
    }
  }

  private int demoRows() {
    if (demos.size() == 0) {
      return 0;
    }
    return online.size() == 0 ? shareRows : shareRows / 2;
  }
}
