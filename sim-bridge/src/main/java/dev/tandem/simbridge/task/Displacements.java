package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The action space that the arm's tasks share: a displacement of the tool in base axes, some with a
 * gripper.
 */
final class Displacements {
  /** Tool above the middle of the table, pointing down; rad. */
  static final double[] READY_RAD = {0, -0.3, 0, -2.2, 0, 1.9, 0.785};

  private Displacements() {}

  static SignalSpec spec(String name, double maxMetres) {
    return new SignalSpec(
        name,
        List.of(
            new Channel("dx", "m", -maxMetres, maxMetres),
            new Channel("dy", "m", -maxMetres, maxMetres),
            new Channel("dz", "m", -maxMetres, maxMetres)));
  }

  /** Steps of the arm's target, and of how far the gripper is closed. */
  static SignalSpec withGripper(String task, double maxMetres) {
    List<Channel> channels = new ArrayList<>(spec(task, maxMetres).channels());
    channels.add(new Channel("gripper", "1", -1, 1));
    return new SignalSpec(task + " target step", channels);
  }

  static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
