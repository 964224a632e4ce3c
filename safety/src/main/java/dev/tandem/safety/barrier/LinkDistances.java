package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * How far the links are from what is kept out and from each other, one distance after the other:
 * first every capsule with every volume, then the pairs. Negative inside. Base axes.
 */
final class LinkDistances {
  /** Instead of a second capsule: the volumes belong to no link. */
  static final int FIXED = -1;

  final Nearest nearest = new Nearest();
  private final LinkCapsule[] capsules;
  private final KeepOut[] keepOuts;
  private final SpaceConfig.CapsulePair[] pairs;
  private final double[][] from;
  private final double[][] to;

  LinkDistances(SpaceConfig config, int joints) {
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

  @HotPath
  int size() {
    return toVolumes() + pairs.length;
  }

  @HotPath
  private int toVolumes() {
    return capsules.length * keepOuts.length;
  }

  /**
   * Moves the capsules to where their links are.
   *
   * @param frames of the links in base, 4x4 each, [joint][16]
   */
  @HotPath
  void place(double[] frames) {
    for (int i = 0; i < capsules.length; i++) {
      place(frames, capsules[i].joint(), capsules[i].fromMetres(), from[i]);
      place(frames, capsules[i].joint(), capsules[i].toMetres(), to[i]);
    }
  }

  /** A point of a link's frame in base axes. */
  @HotPath
  static void place(double[] frames, int link, double[] inLink, double[] out) {
    int f = 16 * link;
    for (int row = 0; row < 3; row++, f += 4) {
      out[row] =
          frames[f] * inLink[0]
              + frames[f + 1] * inLink[1]
              + frames[f + 2] * inLink[2]
              + frames[f + 3];
    }
  }

  /** Measures one of them into {@link #nearest}. */
  @HotPath
  void measure(int index) {
    int first = first(index);
    int second = second(index);
    if (second == FIXED) {
      keepOuts[index % keepOuts.length].nearest(from[first], to[first], nearest);
      nearest.shrink(capsules[first].radiusMetres());
    } else {
      nearest.segments(from[first], to[first], from[second], to[second]);
      nearest.shrink(capsules[first].radiusMetres() + capsules[second].radiusMetres());
    }
  }

  /** The link that the first shape belongs to. */
  @HotPath
  int firstLink(int index) {
    return capsules[first(index)].joint();
  }

  /** The link that the second shape belongs to, or {@link #FIXED}. */
  @HotPath
  int secondLink(int index) {
    int second = second(index);
    return second == FIXED ? FIXED : capsules[second].joint();
  }

  @HotPath
  private int first(int index) {
    int volumes = toVolumes();
    return index < volumes ? index / keepOuts.length : pairs[index - volumes].first();
  }

  @HotPath
  private int second(int index) {
    int volumes = toVolumes();
    return index < volumes ? FIXED : pairs[index - volumes].second();
  }
}
