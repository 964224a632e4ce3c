package dev.tandem.app.robot;

import static dev.tandem.app.robot.ToolFigures.array;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.barrier.KeepOut;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;
import dev.tandem.safety.barrier.SpaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arm's shape, and where no part of it may be.
 *
 * @param capsules around the links
 * @param apart pairs of capsules, by index from 0, that must not touch
 * @param keepOutBoxes upright, in the base frame
 * @param keepOutCapsules in the base frame; a ball has both ends at one point
 * @param brakingMPerS2 of an approach that the arm can be relied on for
 * @param offsetMPerS speed of approach kept in hand
 * @param marginMetres distance that is kept
 */
public record LinkFigures(
    List<Capsule> capsules,
    List<Pair> apart,
    List<Box> keepOutBoxes,
    List<Volume> keepOutCapsules,
    double brakingMPerS2,
    double offsetMPerS,
    double marginMetres) {
  public LinkFigures {
    for (Pair pair : apart) {
      Check.within("links.apart", pair.first, 0, capsules.size() - 1L);
      Check.within("links.apart", pair.second, 0, capsules.size() - 1L);
    }
    Check.above("links.braking_m_per_s2", brakingMPerS2, 0);
    Check.atLeast("links.offset_m_per_s", offsetMPerS, 0);
    Check.atLeast("links.margin_metres", marginMetres, 0);
  }

  /** Around part of the body that joint {@code joint}, from 0, moves; in that joint's frame. */
  public record Capsule(
      String name, int joint, List<Double> fromMetres, List<Double> toMetres, double radiusMetres) {
    public Capsule {
      named(name);
      Check.within("joint", joint, 0, RobotFile.JOINTS - 1L);
      Check.point("from_metres", fromMetres);
      Check.point("to_metres", toMetres);
      Check.atLeast("radius_metres", radiusMetres, 0);
    }
  }

  private static void named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: expected what events call it, found nothing");
    }
  }

  /** Two capsules. */
  public record Pair(int first, int second) {
    public Pair {
      if (first == second) {
        throw new IllegalArgumentException("second: expected another capsule, found " + second);
      }
    }
  }

  /** An upright box. */
  public record Box(String name, List<Double> minMetres, List<Double> maxMetres) {
    public Box {
      named(name);
      Check.box("min_metres", minMetres, "max_metres", maxMetres);
    }
  }

  /** A segment with a radius. */
  public record Volume(
      String name, List<Double> fromMetres, List<Double> toMetres, double radiusMetres) {
    public Volume {
      named(name);
      Check.point("from_metres", fromMetres);
      Check.point("to_metres", toMetres);
      Check.above("radius_metres", radiusMetres, 0);
    }
  }

  /** Of volumes in the order of {@link #barrier}. */
  private SpaceNames names() {
    Stream<String> volumes =
        Stream.concat(
            keepOutBoxes.stream().map(Box::name), keepOutCapsules.stream().map(Volume::name));
    return new SpaceNames(capsules.stream().map(Capsule::name).toList(), volumes.toList());
  }

  SpaceConfig barrier() {
    List<KeepOut> keepOuts = new ArrayList<>();
    keepOutBoxes.forEach(
        b -> keepOuts.add(new KeepOut.Box(array(b.minMetres), array(b.maxMetres))));
    keepOutCapsules.forEach(
        c ->
            keepOuts.add(
                new KeepOut.Capsule(array(c.fromMetres), array(c.toMetres), c.radiusMetres)));
    return new SpaceConfig(
        capsules.stream()
            .map(
                c ->
                    new LinkCapsule(
                        c.joint, array(c.fromMetres), array(c.toMetres), c.radiusMetres))
            .toList(),
        keepOuts,
        apart.stream().map(p -> new SpaceConfig.CapsulePair(p.first, p.second)).toList(),
        names(),
        brakingMPerS2,
        offsetMPerS,
        marginMetres);
  }
}
