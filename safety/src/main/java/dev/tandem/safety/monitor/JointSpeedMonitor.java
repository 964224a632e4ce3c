package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F23: a joint over its speed limit is seen; one over 1.1 times its limit stops, category 2. What
 * is not finite is no speed, and another fault (F05).
 */
public final class JointSpeedMonitor implements Monitor {
  /** Of a joint's speed limit: from here on the robot stops under control. */
  public static final double STOP_RATIO = 1.1;

  private final RobotModel model;
  private final Block speeds;

  public JointSpeedMonitor(SignalSpec observation, RobotModel model) {
    this.model = model;
    this.speeds = JointState.block(observation, Channels.SPEEDS, model.joints());
  }

  @Override
  public Fault fault() {
    return Fault.JOINT_TOO_FAST;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    Reaction worst = Reaction.NONE;
    for (int i = 0; i < speeds.size(); i++) {
      double speed = Math.abs(observation.get(speeds.offset() + i));
      double limit = model.limits(i).maxSpeedRadPerS();
      if (speed > STOP_RATIO * limit && speed <= Double.MAX_VALUE) {
        return Reaction.STOP2;
      }
      worst = speed > limit ? Reaction.LIMIT : worst;
    }
    return worst;
  }
}
