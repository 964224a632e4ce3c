package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/** The channels of a {@link CubeWorld}. */
public final class CubeChannels {
  private static final Channel CLOSED = new Channel("gripper.closed", "1", 0, 1);

  private final ArmChannels arm;
  private final SignalSpec observation;
  private final SignalSpec command;

  public CubeChannels(Chain chain) {
    this.arm = new ArmChannels(chain);
    List<Channel> observed = new ArrayList<>(arm.observed());
    observed.add(CLOSED);
    observed.add(Channel.of("gripper.width", "m"));
    observed.addAll(SignalSpec.block("cube", "m", 3));
    this.observation = new SignalSpec(chain.name(), observed);
    List<Channel> commanded = new ArrayList<>(arm.torques());
    commanded.add(CLOSED);
    this.command = new SignalSpec(chain.name() + " drives", commanded);
  }

  public SignalSpec observation() {
    return observation;
  }

  /** Torques, then how far to close the gripper. */
  public SignalSpec command() {
    return command;
  }

  /** The arm, all of rad, rad/s, Nm and [joint]; the tool's point [3] and its speed [3 or more]. */
  @HotPath
  public void writeArm(
      MutableObservation to,
      double[] q,
      double[] qd,
      double[] torque,
      double[] tool,
      double[] toolVelocity) {
    arm.write(to, q, qd, torque);
    arm.writeTool(to, tool, toolVelocity);
  }

  /** What the arm holds or may hold; metres, the cube's centre [3]. */
  @HotPath
  public void writeCube(
      MutableObservation to, double closed, double widthMetres, double[] cubeMetres) {
    int at = observation.size() - 5;
    to.set(at, closed);
    to.set(at + 1, widthMetres);
    for (int axis = 0; axis < 3; axis++) {
      to.set(at + 2 + axis, cubeMetres[axis]);
    }
  }
}
