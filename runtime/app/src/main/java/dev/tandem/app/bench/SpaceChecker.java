package dev.tandem.app.bench;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.safety.barrier.KeepOut;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;

/** How deep links are in keep-out volumes and in each other, by points along their segments. */
final class SpaceChecker {
  private static final int POINTS = 9;

  private final RobotModel model;
  private final SpaceConfig config;
  private final LimitTable.Row keepOut;
  private final LimitTable.Row self;
  private final double[] frame = new double[16];

  /** [capsule][point][3]. */
  private final double[][][] points;

  SpaceChecker(RobotModel model, SpaceConfig config, LimitTable table) {
    this.model = model;
    this.config = config;
    this.keepOut = table.add("keep_out_depth_m", 0);
    this.self = table.add("self_collision_depth_m", 0);
    this.points = new double[config.capsules().size()][POINTS][3];
  }

  /** At the model's present posture. */
  void check() {
    for (int i = 0; i < points.length; i++) {
      place(config.capsules().get(i), points[i]);
    }
    double depth = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      for (KeepOut volume : config.keepOuts()) {
        for (double[] point : points[i]) {
          depth =
              Math.max(depth, config.capsules().get(i).radiusMetres() - distance(volume, point));
        }
      }
    }
    keepOut.saw(depth);
    self.saw(selfDepth());
  }

  private double selfDepth() {
    double depth = Double.NEGATIVE_INFINITY;
    for (SpaceConfig.CapsulePair pair : config.pairs()) {
      double radii =
          config.capsules().get(pair.first()).radiusMetres()
              + config.capsules().get(pair.second()).radiusMetres();
      double[][] segment = points[pair.second()];
      for (double[] point : points[pair.first()]) {
        depth = Math.max(depth, radii - toSegment(point, segment[0], segment[POINTS - 1]));
      }
    }
    return depth;
  }

  private void place(LinkCapsule capsule, double[][] out) {
    model.linkInBase(capsule.joint(), frame);
    for (int p = 0; p < POINTS; p++) {
      double along = (double) p / (POINTS - 1);
      for (int row = 0; row < 3; row++) {
        double sum = frame[4 * row + 3];
        for (int k = 0; k < 3; k++) {
          double from = capsule.fromMetres()[k];
          sum += frame[4 * row + k] * (from + along * (capsule.toMetres()[k] - from));
        }
        out[p][row] = sum;
      }
    }
  }

  private static double distance(KeepOut volume, double[] point) {
    if (volume instanceof KeepOut.Ball ball) {
      return toSegment(point, ball.centreMetres(), ball.centreMetres()) - ball.radiusMetres();
    }
    if (volume instanceof KeepOut.Capsule capsule) {
      return toSegment(point, capsule.fromMetres(), capsule.toMetres()) - capsule.radiusMetres();
    }
    KeepOut.Box box = (KeepOut.Box) volume;
    double square = 0;
    double deepest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      double beyond = Math.max(box.minMetres()[k] - point[k], point[k] - box.maxMetres()[k]);
      square += beyond > 0 ? beyond * beyond : 0;
      deepest = Math.max(deepest, beyond);
    }
    return square > 0 ? Math.sqrt(square) : deepest;
  }

  private static double toSegment(double[] point, double[] from, double[] to) {
    double length = 0;
    double along = 0;
    for (int k = 0; k < 3; k++) {
      length += (to[k] - from[k]) * (to[k] - from[k]);
      along += (point[k] - from[k]) * (to[k] - from[k]);
    }
    double t = length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
    double square = 0;
    for (int k = 0; k < 3; k++) {
      double d = point[k] - from[k] - t * (to[k] - from[k]);
      square += d * d;
    }
    return Math.sqrt(square);
  }
}
