package dev.tandem.policies.jvm.kernel;

/**
 * Where the numbers of a network stand that learning goes on from; value i of each belongs
 * together.
 *
 * @param value the weights
 * @param firstMoment of the gradient, by Adam
 * @param secondMoment of the gradient, by Adam
 * @param gradient of the loss
 * @param target weights that follow, or {@link #NONE}
 */
public record Learnt(int value, int firstMoment, int secondMoment, int gradient, int target) {
  public static final int NONE = -1;

  /** Takes places for {@code size} weights. */
  public static Learnt of(SlabPlan plan, int size, boolean followed) {
    return new Learnt(
        plan.take(size),
        plan.take(size),
        plan.take(size),
        plan.take(size),
        followed ? plan.take(size) : NONE);
  }
}
