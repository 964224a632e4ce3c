package dev.tandem.policies.sac;

import java.util.ArrayList;
import java.util.List;

/**
 * What an update cannot do without: the multiplications and additions of its matrix products. Not
 * counted: everything by element, and products whose result nobody needs, such as the gradient by
 * the observation.
 */
public final class UpdateCost {
  private UpdateCost() {}

  /** Floating-point operations of one call of {@code Learner.update}. */
  public static double operations(SacConfig config, int features, int actions) {
    List<Integer> actor = widths(features, config.actor().hidden(), 2 * actions);
    List<Integer> critic = widths(features + actions, config.critics().layers().hidden(), 1);
    int critics = config.critics().count();
    double criticStep =
        products(actor, 0)
            + config.critics().targetSubsample() * products(critic, 0)
            + critics * (2 * products(critic, 0) + products(critic, 1));
    double byAction = products(critic, 1) + (double) actions * critic.get(1);
    double actorStep =
        2 * products(actor, 0) + products(actor, 1) + critics * (products(critic, 0) + byAction);
    double steps = config.batch().updatesPerStep() * criticStep + actorStep;
    return 2 * steps * config.batch().size();
  }

  private static List<Integer> widths(int inputs, List<Integer> hidden, int outputs) {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, inputs);
    widths.add(outputs);
    return widths;
  }

  /** Multiply-adds of a row through the layers from {@code first} on. */
  private static double products(List<Integer> widths, int first) {
    double sum = 0;
    for (int i = first; i + 1 < widths.size(); i++) {
      sum += (double) widths.get(i) * widths.get(i + 1);
    }
    return sum;
  }
}
