package dev.tandem.policies.sac;

/**
 * One optimiser's step counter, and what it makes of the learning rate alpha: linear warm-up and
 * Adam's bias correction. With the correction folded in, one step computes algorithm 1 of arXiv
 * 1412.6980 to the letter: rate = alpha sqrt(1 - beta2^t) / (1 - beta1^t), epsilon = 1e-8 sqrt(1 -
 * beta2^t). Of the weights goes the share alpha lambda, lambda being the weight decay: algorithm 2
 * of 1711.05101, whose lambda is this product, with the warm-up as the schedule multiplier.
 */
public final class AdamSchedule {
  public static final double BETA1 = 0.9;
  public static final double BETA2 = 0.999;

  /** Numbers that a step takes: rate, epsilon, and the share of the weights that goes. */
  public static final int WIDTH = 3;

  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final int warmupSteps;
  private final double weightDecay;
  private long steps;

  /**
   * @param weightDecay lambda; 0 for none
   */
  public AdamSchedule(double learningRate, int warmupSteps, double weightDecay) {
    this.learningRate = learningRate;
    this.warmupSteps = warmupSteps;
    this.weightDecay = weightDecay;
  }

  public long steps() {
    return steps;
  }

  public void restore(long steps) {
    this.steps = steps;
  }

  /** Counts one step and writes its {@link #WIDTH} numbers to {@code out[at ..]}. */
  public void next(float[] out, int at) {
    steps++;
    double warmth = warmupSteps == 0 ? 1 : Math.min(1.0, (double) steps / warmupSteps);
    double secondCorrection = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
    double firstCorrection = 1 - Math.pow(BETA1, (double) steps);
    out[at] = (float) (learningRate * warmth * secondCorrection / firstCorrection);
    out[at + 1] = (float) (EPSILON * secondCorrection);
    out[at + 2] = (float) (learningRate * warmth * weightDecay);
  }
}
