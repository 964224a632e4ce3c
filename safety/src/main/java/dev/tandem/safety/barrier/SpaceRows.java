package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/** Links against keep-out volumes and against each other. */
final class SpaceRows implements BarrierSource {
  private final SpaceConfig config;
  private final LinkCapsule[] capsules;
  private final KeepOut[] keepOuts;
  private final SpaceConfig.CapsulePair[] pairs;
  private final double[][] from;
  private final double[][] to;
  private final Nearest nearest = new Nearest();
  private double leastClearanceMetres;

  SpaceRows(SpaceConfig config, int joints) {
    this.config = config;
    this.capsules = config.capsules().toArray(LinkCapsule[]::new);
    this.keepOuts = config.keepOuts().toArray(KeepOut[]::new);
    this.pairs = config.pairs().toArray(SpaceConfig.CapsulePair[]::new);
    this.from = new double[capsules.length][3];
    this.to = new double[capsules.length][3];
    for (LinkCapsule capsule : capsules) {
      if (capsule.joint() >= joints) {
        throw new IllegalArgumentException(
            "a capsule's joint must be 0 to " + (joints - 1) + ", got " + capsule.joint());
      }
    }
  }

  @Override
  public int maxRows() {
    return capsules.length * keepOuts.length + pairs.length;
  }

  @Override
  @HotPath
  public void add(ArmMotion motion, double[] q, BarrierRows rows) {
    leastClearanceMetres = Double.POSITIVE_INFINITY;
    for (int i = 0; i < capsules.length; i++) {
      motion.place(capsules[i].joint(), capsules[i].fromMetres(), from[i]);
      motion.place(capsules[i].joint(), capsules[i].toMetres(), to[i]);
    }
    for (int i = 0; i < capsules.length; i++) {
      for (int k = 0; k < keepOuts.length; k++) {
        keepOuts[k].nearest(from[i], to[i], nearest);
        nearest.shrink(capsules[i].radiusMetres());
        row(BarrierLimit.KEEP_OUT, i, -1, motion, rows);
      }
    }
    for (int i = 0; i < pairs.length; i++) {
      int first = pairs[i].first();
      int second = pairs[i].second();
      nearest.segments(from[first], to[first], from[second], to[second]);
      nearest.shrink(capsules[first].radiusMetres() + capsules[second].radiusMetres());
      row(BarrierLimit.SELF_COLLISION, first, second, motion, rows);
    }
  }

  /** Against capsule {@code second}, or against something fixed when that is -1. */
  @HotPath
  private void row(BarrierLimit limit, int first, int second, ArmMotion motion, BarrierRows rows) {
    leastClearanceMetres = Math.min(leastClearanceMetres, nearest.distanceMetres);
    int link = capsules[first].joint();
    motion.addSpeedRow(link, nearest.onFirst, nearest.normal, -1, rows.next);
    double drift = -motion.drift(link, nearest.onFirst, nearest.normal);
    if (second >= 0) {
      int other = capsules[second].joint();
      motion.addSpeedRow(other, nearest.onSecond, nearest.normal, 1, rows.next);
      drift += motion.drift(other, nearest.onSecond, nearest.normal);
    }
    Approach approach = rows.approach;
    approach.speed = rows.speedOfNext();
    approach.drift = drift;
    approach.boundByDistance(
        nearest.distanceMetres - config.marginMetres(),
        config.decelerationMPerS2(),
        config.offsetMPerS(),
        Double.POSITIVE_INFINITY);
    rows.addApproach(limit);
  }

  @HotPath
  double leastClearanceMetres() {
    return leastClearanceMetres;
  }
}
