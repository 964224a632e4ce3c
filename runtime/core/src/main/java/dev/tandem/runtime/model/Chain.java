package dev.tandem.runtime.model;

import java.util.List;

/**
 * A serial chain from a fixed base to a tool.
 *
 * @param name of the robot
 * @param joints from the base outwards
 * @param toolInLast tool frame in the last body's frame, 4x4 row-major, [16]
 */
public record Chain(String name, List<Joint> joints, double[] toolInLast) {
  public Chain {
    joints = List.copyOf(joints);
    if (joints.isEmpty()) {
      throw new IllegalArgumentException("robot " + name + " has no movable joint");
    }
  }
}
