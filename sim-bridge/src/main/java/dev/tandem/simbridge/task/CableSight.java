package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.TableScene;

/** Where a cable is beside its clips. One thread. */
final class CableSight {
  /** Metres in the base frame: x, y, z of the middle of each clip's slot, from the anchor on. */
  static final double[][] CLIPS = {{0.38, 0, 0.006}, {0.46, 0, 0.006}};

  /** A cable that lies on a post or beside it is at least 18 mm away. */
  static final double IN_CLIP_METRES = 0.01;

  private static final int AXES = 3;

  private final Block links;
  private final double[] nearest = new double[AXES];

  CableSight(SignalSpec observation) {
    this.links = observation.block(TableScene.CABLE.name());
  }

  /** From the middle of a clip to the nearest point of the cable, m, [3]; until the next call. */
  @HotPath
  double[] fromClipMetres(Observation seen, int clip) {
    double least = Double.POSITIVE_INFINITY;
    double[] middle = CLIPS[clip];
    for (int at = links.offset(); at + 2 * AXES <= links.offset() + links.size(); at += AXES) {
      double share = shareOfNearest(seen, at, middle);
      double square = 0;
      for (int axis = 0; axis < AXES; axis++) {
        square += square(offset(seen, at + axis, share, middle[axis]));
      }
      if (square < least) {
        least = square;
        for (int axis = 0; axis < AXES; axis++) {
          nearest[axis] = offset(seen, at + axis, share, middle[axis]);
        }
      }
    }
    return nearest;
  }

  /** How far between two links the point is that is nearest to another, 0 to 1. */
  @HotPath
  private static double shareOfNearest(Observation seen, int at, double[] point) {
    double along = 0;
    double length = 0;
    for (int axis = 0; axis < AXES; axis++) {
      double from = seen.get(at + axis);
      double way = seen.get(at + AXES + axis) - from;
      along += way * (point[axis] - from);
      length += way * way;
    }
    return length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
  }

  @HotPath
  private static double offset(Observation seen, int channel, double share, double middle) {
    double from = seen.get(channel);
    return from + share * (seen.get(channel + AXES) - from) - middle;
  }

  @HotPath
  private static double square(double value) {
    return value * value;
  }

  /** Between the middle of a clip and the cable. */
  @HotPath
  double distanceMetres(Observation seen, int clip) {
    double[] offset = fromClipMetres(seen, clip);
    return Math.sqrt(square(offset[0]) + square(offset[1]) + square(offset[2]));
  }

  @HotPath
  boolean isIn(Observation seen, int clip) {
    return distanceMetres(seen, clip) < IN_CLIP_METRES;
  }

  @HotPath
  boolean isInAll(Observation seen) {
    boolean all = true;
    for (int clip = 0; clip < CLIPS.length; clip++) {
      all &= isIn(seen, clip);
    }
    return all;
  }
}
