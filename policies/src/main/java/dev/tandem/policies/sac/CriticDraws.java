package dev.tandem.policies.sac;

import java.util.function.IntConsumer;

/**
 * What a {@link CriticVariant} draws in one call of the learner, beside the noise that all variants
 * share. Everything is a function of one seed and a place, so that engines that draw in another
 * order, or for one critic step at a time, draw the same. Allocates nothing. One thread.
 */
public final class CriticDraws {
  private static final int RETURNS = 1;
  private static final int MASKS = 2;
  private static final int MOST_LAYERS = 1 << 10;

  private final StepStream random = new StepStream(0, 0);
  private long seed;

  /** Whether {@code variant} draws at all. */
  public static boolean wants(CriticVariant variant) {
    return variant.dropout() > 0 || variant instanceof CriticVariant.DsacT;
  }

  /** The pass of the drawn target critics in critic step {@code step}. */
  public static int targetPass(int step) {
    return 2 * step;
  }

  /** The pass of the critics in critic step {@code step}. */
  public static int criticPass(int step) {
    return 2 * step + 1;
  }

  /** The pass of the critics for the actor, after {@code updates} critic steps. */
  public static int actorPass(int updates) {
    return 2 * updates;
  }

  /**
   * Begins a call.
   *
   * @param seed taken last from the call's own stream, and only by variants that draw at all
   */
  public void begin(long seed) {
    this.seed = seed;
  }

  /** Standard normal numbers, one a row, that critic step {@code step} draws its returns with. */
  public void returns(int step, float[] out, int at, int rows) {
    random.moveTo(seed, RETURNS, step);
    for (int i = at; i < at + rows; i++) {
      out[i] = (float) random.nextGaussian();
    }
  }

  /**
   * Which of {@code units} a hidden layer forgets, in rising order. Drawn from one to the next, a
   * distance that is geometric, so that it costs next to nothing when they are few.
   *
   * @param units of [critics][rows][width], the critics that take part in {@code pass}
   */
  public void forgotten(double share, int pass, int layer, int units, IntConsumer unit) {
    random.moveTo(seed, MASKS, (long) pass * MOST_LAYERS + layer);
    double logKept = Math.log1p(-share);
    double next = kept(logKept);
    while (next < units) {
      unit.accept((int) next);
      next += 1 + kept(logKept);
    }
  }

  /** What a unit that is not forgotten is multiplied by, so that the layer keeps its mean. */
  public static float scale(double share) {
    return (float) (1 / (1 - share));
  }

  /** Units that are kept before the next forgotten one. */
  private double kept(double logKept) {
    return Math.floor(Math.log1p(-random.nextDouble()) / logKept);
  }
}
