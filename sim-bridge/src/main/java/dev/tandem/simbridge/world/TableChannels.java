package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/** The channels of a {@link TableWorld}. */
public final class TableChannels {
  private static final int AXES = 3;
  private static final Channel CLOSED = new Channel("gripper.closed", "1", 0, 1);

  private final ArmChannels arm;
  private final SignalSpec observation;
  private final SignalSpec command;
  private final int things;

  public TableChannels(Chain chain, TableScene scene) {
    this.arm = new ArmChannels(chain);
    List<Channel> observed = new ArrayList<>(arm.observed());
    observed.add(CLOSED);
    observed.add(Channel.of("gripper.width", "m"));
    this.things = observed.size();
    for (String thing : scene.things()) {
      observed.addAll(SignalSpec.block(thing, "m", AXES));
    }
    if (scene.cable().links() > 0) {
      observed.addAll(SignalSpec.block("cable", "m", AXES * scene.cable().links()));
    }
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

  /** How far the gripper was told to close, 0 to 1, and metres between its fingers. */
  @HotPath
  public void writeGripper(MutableObservation to, double closed, double widthMetres) {
    to.set(things - 2, closed);
    to.set(things - 1, widthMetres);
  }

  /** One coordinate of a centre in the base frame: of a thing, or after them of a link. */
  @HotPath
  public void writeThing(MutableObservation to, int thing, int axis, double metres) {
    to.set(things + AXES * thing + axis, metres);
  }
}
