package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;

/**
 * What {@link CableRoute} rewards: {@code -0.2 - 0.1 (1 - exp(-10 d)) - sum (0.15 + 0.2 (1 -
 * exp(-10 a)))} over the clips that the cable is not in, {@code a} metres away from it, with {@code
 * d} metres from the tool to the plug; nothing once it is done. Pure.
 */
record CableRules(CableSight cable, BoxSight plug) implements TableRules {
  private static final double LEFT_SHARE = 0.2;
  private static final double REACH_SHARE = 0.1;
  private static final double CLIP_SHARE = 0.15;
  private static final double AWAY_SHARE = 0.2;
  private static final double PER_METRE = 10;
  private static final double LYING_METRES = 0.03;

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    if (succeeded(after)) {
      return 0;
    }
    double cost = LEFT_SHARE + REACH_SHARE * far(plug.distanceMetres(after));
    for (int clip = 0; clip < CableSight.CLIPS.length; clip++) {
      if (!cable.isIn(after, clip)) {
        cost += CLIP_SHARE + AWAY_SHARE * far(cable.distanceMetres(after, clip));
      }
    }
    return -cost;
  }

  /** 0 there, 1 far away. */
  private static double far(double metres) {
    return 1 - Math.exp(-PER_METRE * metres);
  }

  /** In both clips, the plug on the table, let go of. */
  @Override
  @HotPath
  public boolean succeeded(Observation after) {
    return plug.closed(after) < 0.5
        && plug.boxMetres(after, 2) < LYING_METRES
        && cable.isInAll(after);
  }

  @Override
  public ReturnRange returnRange(double discount) {
    return ReturnRange.ofRewards(-1, 0, discount);
  }
}
