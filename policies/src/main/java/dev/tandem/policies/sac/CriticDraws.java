package dev.tandem.policies.sac;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What a {@link CriticVariant} draws in one call of the learner, beside the noise that all variants
 * share. Everything is a function of one seed and a place, so that engines that draw in another
 * order, or for one critic step at a time, draw the same.
 *
 * @param seed taken last from the call's own stream, and only by variants that draw anything
 */
public record CriticDraws(long seed) {
  private static final int RETURNS = 1;
  private static final int MASKS = 2;

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

  /** Standard normal numbers, one a row, that critic step {@code step} draws its returns with. */
  public void returns(int step, float[] out, int at, int rows) {
    RandomGenerator random = StepRandom.at(seed, RETURNS, step);
    for (int i = at; i < at + rows; i++) {
      out[i] = (float) random.nextGaussian();
    }
  }

  /**
   * What hidden layer {@code layer} is multiplied by in {@code pass}: 0 for a forgotten unit, else
   * 1 / (1 - dropout), as [critics][rows][width]. Drawn from one forgotten unit to the next, which
   * is geometric, so that it costs next to nothing when few are.
   */
  public void mask(Dropout dropout, float[] out, int at, int count) {
    Arrays.fill(out, at, at + count, (float) (1 / (1 - dropout.share())));
    RandomGenerator random = StepRandom.at(seed, MASKS, dropout.place());
    double logKeep = Math.log1p(-dropout.share());
    double next = gap(random, logKeep);
    while (next < count) {
      out[at + (int) next] = 0;
      next += 1 + gap(random, logKeep);
    }
  }

  /** Units kept before the next forgotten one. */
  private static double gap(RandomGenerator random, double logKeep) {
    return Math.floor(Math.log1p(-random.nextDouble()) / logKeep);
  }

  /**
   * Where a mask belongs.
   *
   * @param share of the units that is forgotten
   * @param pass of the critics within the call
   * @param layer from the input on
   */
  public record Dropout(double share, int pass, int layer) {
    private static final int MOST_LAYERS = 1 << 10;

    private long place() {
      return (long) pass * MOST_LAYERS + layer;
    }
  }
}
