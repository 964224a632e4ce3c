package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import java.util.List;

/**
 * What {@link ArrangeBoxes} rewards: with {@code n} boxes, {@code a} metres of each from its place
 * in the table's plane and {@code d} metres from the tool to the nearest that is not arranged yet,
 * {@code -0.1 (1 - exp(-10 d)) - sum (0.5 + 0.4 (1 - exp(-10 a))) / n} over those that are not. All
 * that is left to do costs something, so that an end that comes early is the best. Pure.
 */
record ArrangeRules(List<MarkedBox> boxes) implements TableRules {
  private static final double LEFT_SHARE = 0.5;
  private static final double AWAY_SHARE = 0.4;
  private static final double REACH_SHARE = 0.1;
  private static final double PER_METRE = 10;

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    double cost = 0;
    double nearestMetres = Double.POSITIVE_INFINITY;
    for (MarkedBox each : boxes) {
      if (!each.isArranged(after)) {
        cost += (LEFT_SHARE + AWAY_SHARE * far(each.awayMetres(after))) / boxes.size();
        nearestMetres = Math.min(nearestMetres, each.box().distanceMetres(after));
      }
    }
    return cost == 0 ? 0 : -cost - REACH_SHARE * far(nearestMetres);
  }

  /** 0 there, 1 far away. */
  private static double far(double metres) {
    return 1 - Math.exp(-PER_METRE * metres);
  }

  @Override
  public boolean succeeded(Observation after) {
    for (MarkedBox each : boxes) {
      if (!each.isArranged(after)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ReturnRange returnRange(double discount) {
    return ReturnRange.ofRewards(-LEFT_SHARE - AWAY_SHARE - REACH_SHARE, 0, discount);
  }
}
