package dev.tandem.runtime.learn;

/**
 * Transitions side by side as a learner wants them; reused from update to update. Rows are
 * contiguous: feature f of row b stands at {@code b * features + f}.
 */
public final class Batch {
  public final int rows;
  public final int features;
  public final int actions;

  /** [rows][features]. */
  public final float[] observation;

  /** [rows][actions], scaled to [-1, 1]. */
  public final float[] action;

  /** [rows]. */
  public final float[] reward;

  /** [rows][features]. */
  public final float[] nextObservation;

  /** [rows]; 1 where the task ended and nothing is bootstrapped, else 0, also for time-outs. */
  public final float[] terminated;

  public Batch(int rows, int features, int actions) {
    if (rows < 1 || features < 1 || actions < 1) {
      throw new IllegalArgumentException(
          "no such batch: " + rows + " rows, " + features + " features, " + actions + " actions");
    }
    this.rows = rows;
    this.features = features;
    this.actions = actions;
    this.observation = new float[rows * features];
    this.action = new float[rows * actions];
    this.reward = new float[rows];
    this.nextObservation = new float[rows * features];
    this.terminated = new float[rows];
  }
}
