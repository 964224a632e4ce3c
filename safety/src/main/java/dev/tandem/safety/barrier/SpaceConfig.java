package dev.tandem.safety.barrier;

import java.util.List;

/**
 * The arm's shape and where it must not be.
 *
 * @param capsules around the links
 * @param keepOuts that no capsule may touch
 * @param pairs of capsules that must not touch each other
 * @param names what events call capsules and volumes
 * @param decelerationMPerS2 of an approach that the arm can be relied on for
 * @param offsetMPerS speed of approach kept in hand for delay and for disturbances
 * @param marginMetres distance that is kept
 */
public record SpaceConfig(
    List<LinkCapsule> capsules,
    List<KeepOut> keepOuts,
    List<CapsulePair> pairs,
    SpaceNames names,
    double decelerationMPerS2,
    double offsetMPerS,
    double marginMetres) {
  public SpaceConfig {
    capsules = List.copyOf(capsules);
    keepOuts = List.copyOf(keepOuts);
    pairs = List.copyOf(pairs);
    if (!(decelerationMPerS2 > 0) || !(offsetMPerS >= 0) || !(marginMetres >= 0)) {
      throw new IllegalArgumentException(
          "decelerationMPerS2 must be > 0, offsetMPerS and marginMetres >= 0, got "
              + decelerationMPerS2
              + ", "
              + offsetMPerS
              + " and "
              + marginMetres);
    }
    for (CapsulePair pair : pairs) {
      if (Math.max(pair.first(), pair.second()) >= capsules.size()) {
        throw new IllegalArgumentException(
            "pairs name capsules by index, 0 to " + (capsules.size() - 1) + ", got " + pair);
      }
    }
  }

  /** The same with names that only say which of them it is. */
  public SpaceConfig(
      List<LinkCapsule> capsules,
      List<KeepOut> keepOuts,
      List<CapsulePair> pairs,
      double decelerationMPerS2,
      double offsetMPerS,
      double marginMetres) {
    this(
        capsules,
        keepOuts,
        pairs,
        SpaceNames.numbered(capsules.size(), keepOuts.size()),
        decelerationMPerS2,
        offsetMPerS,
        marginMetres);
  }

  String nameOf(int volume) {
    return names.volumes().get(volume);
  }

  String nameOf(CapsulePair pair) {
    return names.capsules().get(pair.first()) + " near " + names.capsules().get(pair.second());
  }

  /** The same arm, of which links may touch each other. */
  public SpaceConfig keepingOut() {
    return with(keepOuts, List.of());
  }

  /** The same arm with nothing kept out. */
  public SpaceConfig keepingApart() {
    return with(List.of(), pairs);
  }

  private SpaceConfig with(List<KeepOut> volumes, List<CapsulePair> apart) {
    return new SpaceConfig(
        capsules, volumes, apart, names, decelerationMPerS2, offsetMPerS, marginMetres);
  }

  /** Two capsules, by index. */
  public record CapsulePair(int first, int second) {
    public CapsulePair {
      if (first < 0 || second < 0 || first == second) {
        throw new IllegalArgumentException(
            "a pair is two different capsules, got " + first + " and " + second);
      }
    }
  }
}
