package dev.tandem.policies.sac;

/**
 * One optimiser's step counter, and what it makes of the learning rate: linear warm-up and Adam's
 * bias correction. With the correction folded in, one step computes algorithm 1 of arXiv 1412.6980
 * to the letter: rate = alpha sqrt(1 - beta2^t) / (1 - beta1^t), epsilon = 1e-8 sqrt(1 - beta2^t).
 */
public final class AdamSchedule {
  public static final double BETA1 = 0.9;
  public static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final int warmupSteps;
  private long steps;

  public AdamSchedule(double learningRate, int warmupSteps) {
    this.learningRate = learningRate;
    this.warmupSteps = warmupSteps;
  }

  public long steps() {
    return steps;
  }

  public void restore(long steps) {
    this.steps = steps;
  }

  /** Counts one step and writes its rate and epsilon to {@code out[at]} and {@code out[at + 1]}. */
  public void next(float[] out, int at) {
    steps++;
    double warmth = warmupSteps == 0 ? 1 : Math.min(1.0, (double) steps / warmupSteps);
    double secondCorrection = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
    double firstCorrection = 1 - Math.pow(BETA1, (double) steps);
    out[at] = (float) (learningRate * warmth * secondCorrection / firstCorrection);
    out[at + 1] = (float) (EPSILON * secondCorrection);
  }
}
