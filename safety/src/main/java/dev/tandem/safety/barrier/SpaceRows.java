package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/** Links against keep-out volumes and against each other. */
final class SpaceRows implements BarrierSource {
  private final SpaceConfig config;
  private final LinkDistances distances;
  private final BarrierNames names;

  SpaceRows(SpaceConfig config, BarrierNames names, int joints) {
    this.config = config;
    this.names = names;
    this.distances = new LinkDistances(config, joints);
  }

  @Override
  public int maxRows() {
    return distances.size();
  }

  @Override
  @HotPath
  public void add(ArmMotion motion, double[] q, BarrierRows rows) {
    distances.place(motion.frames);
    for (int i = 0; i < distances.size(); i++) {
      distances.measure(i);
      rows.name = nameOf(i);
      row(distances.firstLink(i), distances.secondLink(i), motion, rows);
    }
  }

  /** A volume's for every link; a pair's own. */
  @HotPath
  private int nameOf(int distance) {
    int volumes = config.keepOuts().size();
    int pair = distance - config.capsules().size() * volumes;
    return pair < 0 ? names.volume(distance % volumes) : names.pair(pair);
  }

  @HotPath
  private void row(int link, int other, ArmMotion motion, BarrierRows rows) {
    Nearest nearest = distances.nearest;
    boolean fixed = other == LinkDistances.FIXED;
    motion.addSpeedRow(link, nearest.onFirst, nearest.normal, -1, rows.next);
    double drift = -motion.drift(link, nearest.onFirst, nearest.normal);
    if (!fixed) {
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
    rows.addApproach(fixed ? BarrierLimit.KEEP_OUT : BarrierLimit.SELF_COLLISION);
  }
}
