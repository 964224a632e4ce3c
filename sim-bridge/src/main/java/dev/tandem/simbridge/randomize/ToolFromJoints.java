package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/**
 * The tool as a robot knows it: not measured, but computed from its joints, with their errors. What
 * the model makes of the measured joints less what it makes of the true ones is added to what the
 * simulator says, so that a simulator whose tool is not quite the model's keeps it. One thread.
 */
final class ToolFromJoints {
  private static final int AXES = 3;

  private final RobotModel model;
  private final Block positions;
  private final Block speeds;
  private final Block tool;
  private final Block velocity;
  private final double[] q;
  private final double[] pose = new double[16];
  private final double[] jacobian;
  private double share;

  /** For an observation of {@code q}, {@code qd}, {@code tool} and {@code tool_velocity}. */
  ToolFromJoints(RobotModel model, SignalSpec observation) {
    this.model = model;
    this.positions = observation.block("q");
    this.speeds = observation.block("qd");
    this.tool = observation.block("tool");
    this.velocity = observation.block("tool_velocity");
    this.q = new double[model.joints()];
    this.jacobian = new double[2 * AXES * model.joints()];
  }

  /**
   * A new episode.
   *
   * @param errorShare 0 for the true tool, 1 for that of the measured joints
   */
  void begin(double errorShare) {
    share = errorShare;
  }

  /** Moves the tool of {@code measured} by what its joints differ from {@code truth}. */
  @HotPath
  void follow(Observation truth, MutableObservation measured) {
    if (share > 0) {
      add(share, measured, measured);
      add(-share, truth, measured);
    }
  }

  private void add(double factor, Observation joints, MutableObservation to) {
    for (int i = 0; i < q.length; i++) {
      q[i] = joints.get(positions.offset() + i);
    }
    model.update(q, 0);
    model.toolInBase(pose);
    model.jacobian(jacobian);
    for (int axis = 0; axis < AXES; axis++) {
      double speed = 0;
      for (int i = 0; i < q.length; i++) {
        speed += jacobian[axis * q.length + i] * joints.get(speeds.offset() + i);
      }
      add(factor * pose[4 * axis + 3], tool.offset() + axis, to);
      add(factor * speed, velocity.offset() + axis, to);
    }
  }

  private static void add(double amount, int channel, MutableObservation to) {
    to.set(channel, to.get(channel) + amount);
  }
}
