package dev.tandem.safety.barrier;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What events call an arm's links and what it keeps out of.
 *
 * @param capsules around the links, in their order
 * @param volumes that are kept out, in their order
 */
public record SpaceNames(List<String> capsules, List<String> volumes) {
  public SpaceNames {
    capsules = List.copyOf(capsules);
    volumes = List.copyOf(volumes);
  }

  /** Counted from 1, for a space whose parts have no names. */
  static SpaceNames numbered(int capsules, int volumes) {
    return new SpaceNames(counted("capsule ", capsules), counted("volume ", volumes));
  }

  private static List<String> counted(String what, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> what + i).toList();
  }
}
