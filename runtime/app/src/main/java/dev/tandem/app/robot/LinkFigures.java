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
  private static final double FAR_METRES = 1000;
  private static final String FAR = "the base frame's origin is at the robot, not a kilometre away";

  public LinkFigures {
    for (Pair pair : apart) {
      Check.within("links.apart", pair.first, 0, capsules.size() - 1L);
      Check.within("links.apart", pair.second, 0, capsules.size() - 1L);
    }
    Bound.within(
        "links.braking_m_per_s2",
        brakingMPerS2,
        0.01,
        1000,
        "a hundred times gravity stops no link");
    Bound.within(
        "links.offset_m_per_s", offsetMPerS, 0, 1, "whoever keeps more in hand never arrives");
    Bound.within("links.margin_metres", marginMetres, 0, 0.5, "nothing is left to reach for");
  }

  /** Around part of the body that joint {@code joint}, from 0, moves; in that joint's frame. */
  public record Capsule(
      String name, int joint, List<Double> fromMetres, List<Double> toMetres, double radiusMetres) {
    public Capsule {
      named(name);
      Check.within("joint", joint, 0, RobotFile.JOINTS - 1L);
      Check.point("from_metres", fromMetres);
      Check.point("to_metres", toMetres);
      String thick = "a link has a thickness, and none is as thick as an arm is long";
      Bound.within("radius_metres", radiusMetres, 0.005, 1, thick);
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
      Bound.eachWithin("min_metres", minMetres, -FAR_METRES, FAR_METRES, FAR);
      Bound.eachWithin("max_metres", maxMetres, -FAR_METRES, FAR_METRES, FAR);
    }
  }

  /** A segment with a radius. */
  public record Volume(
      String name, List<Double> fromMetres, List<Double> toMetres, double radiusMetres) {
    public Volume {
      named(name);
      Check.point("from_metres", fromMetres);
      Check.point("to_metres", toMetres);
      Bound.eachWithin("from_metres", fromMetres, -FAR_METRES, FAR_METRES, FAR);
      Bound.eachWithin("to_metres", toMetres, -FAR_METRES, FAR_METRES, FAR);
      Bound.within("radius_metres", radiusMetres, 1e-3, FAR_METRES, FAR);
    }
  }

  /** What no figure keeps links from, a line each; none where there is one for everything. */
  public List<String> unguarded() {
    if (capsules.isEmpty()) {
      return List.of(
          "no link is guarded: links.capsules is empty, so that links may touch each other and what"
              + " is around; say the links' shapes there");
    }
    List<String> lines = new ArrayList<>();
    if (keepOutBoxes.isEmpty() && keepOutCapsules.isEmpty()) {
      lines.add(
          "nothing is kept out: links.keep_out_boxes and links.keep_out_capsules are empty, so that"
              + " links may touch what is around; say there what is");
    }
    if (apart.isEmpty()) {
      lines.add("links may touch each other: links.apart is empty; say there which must not");
    }
    return lines;
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
