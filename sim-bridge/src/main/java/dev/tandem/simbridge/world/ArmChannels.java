package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/** The channels that every simulated arm observes first, and the torques that it takes. */
public final class ArmChannels {
  private final List<Channel> observed = new ArrayList<>();
  private final List<Channel> torques = new ArrayList<>();
  private final int joints;

  public ArmChannels(Chain chain) {
    this.joints = chain.joints().size();
    observed.addAll(SignalSpec.block("q", "rad", joints));
    observed.addAll(SignalSpec.block("qd", "rad/s", joints));
    observed.addAll(SignalSpec.block("tau", "Nm", joints));
    observed.addAll(SignalSpec.block("tool", "m", 3));
    observed.addAll(SignalSpec.block("tool_velocity", "m/s", 3));
    for (Joint joint : chain.joints()) {
      double max = joint.limits().maxTorqueNm();
      torques.add(new Channel("tau." + torques.size(), "Nm", -max, max));
    }
  }

  /** Positions, speeds and torques of the joints, place and velocity of the tool point. */
  public List<Channel> observed() {
    return List.copyOf(observed);
  }

  /** One a joint, with its limits. */
  public List<Channel> torques() {
    return List.copyOf(torques);
  }

  /** All of rad, rad/s, Nm and [joint]. */
  @HotPath
  public void write(MutableObservation to, double[] q, double[] qd, double[] torque) {
    for (int i = 0; i < joints; i++) {
      to.set(i, q[i]);
      to.set(joints + i, qd[i]);
      to.set(2 * joints + i, torque[i]);
    }
  }

  /** The tool's point [3] and its speed [3 or more]; returns the index of the next channel. */
  @HotPath
  public int writeTool(MutableObservation to, double[] tool, double[] toolVelocity) {
    int at = 3 * joints;
    for (int k = 0; k < 3; k++) {
      to.set(at + k, tool[k]);
      to.set(at + 3 + k, toolVelocity[k]);
    }
    return at + 6;
  }
}
