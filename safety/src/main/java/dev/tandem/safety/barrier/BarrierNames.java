package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What events call the limits of a barrier, and the number of each; joints count from 1. */
final class BarrierNames {
  private static final int MOST = Long.SIZE;
  private static final List<String> OF_TOOL =
      List.of(
          "tool speed",
          "tool box, x min",
          "tool box, x max",
          "tool box, y min",
          "tool box, y max",
          "tool box, z min",
          "tool box, z max",
          "singularity",
          "braking: no torque kept all limits");
  private static final int BOX = 1;
  private static final int SINGULARITY = 7;
  private static final int BRAKING = 8;

  private final int joints;
  private final int volumes;
  private final List<String> all;

  BarrierNames(int joints, SpaceConfig space) {
    this.joints = joints;
    this.volumes = space.keepOuts().size();
    List<String> names = new ArrayList<>();
    for (String limit : List.of("torque", "position", "speed", "acceleration")) {
      IntStream.rangeClosed(1, joints).forEach(i -> names.add("joint " + i + " " + limit));
    }
    names.addAll(OF_TOOL);
    IntStream.range(0, volumes).forEach(i -> names.add("keep-out " + space.nameOf(i)));
    space.pairs().forEach(pair -> names.add(space.nameOf(pair)));
    this.all = names.size() <= MOST ? List.copyOf(names) : shortened(names);
  }

  private static List<String> shortened(List<String> names) {
    List<String> kept = new ArrayList<>(names.subList(0, MOST - 1));
    kept.add("other keep-outs or links");
    return List.copyOf(kept);
  }

  List<String> all() {
    return all;
  }

  @HotPath
  int torque(int joint) {
    return joint;
  }

  @HotPath
  int position(int joint) {
    return joints + joint;
  }

  @HotPath
  int speed(int joint) {
    return 2 * joints + joint;
  }

  @HotPath
  int acceleration(int joint) {
    return 3 * joints + joint;
  }

  @HotPath
  int toolSpeed() {
    return 4 * joints;
  }

  /** The wall of the tool's box across an axis, at its upper end for 1 and its lower for -1. */
  @HotPath
  int toolBox(int axis, int sign) {
    return 4 * joints + BOX + 2 * axis + (sign + 1) / 2;
  }

  @HotPath
  int singularity() {
    return 4 * joints + SINGULARITY;
  }

  @HotPath
  int braking() {
    return 4 * joints + BRAKING;
  }

  @HotPath
  int volume(int index) {
    return 4 * joints + BRAKING + 1 + index;
  }

  @HotPath
  int pair(int index) {
    return volume(volumes + index);
  }
}
