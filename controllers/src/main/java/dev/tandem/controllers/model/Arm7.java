package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.JointLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The arms that come with Tandem: seven joints of Panda class. */
public final class Arm7 {
  private static final String ARM = "/dev/tandem/robots/arm7.urdf";
  private static final String GRIPPER = "/dev/tandem/robots/gripper.urdf";

  /** What no joint reaches: SERL's simulated drives know no limit of speed. */
  private static final double ANY_SPEED_RAD_PER_S = 30;

  private Arm7() {}

  /** With a peg held rigidly, whose tip is the tool frame (z axis out of the peg). */
  public static Chain chain() {
    try (InputStream arm = resource(ARM)) {
      return UrdfReader.read(arm, ARM);
    } catch (IOException e) {
      throw new UncheckedIOException(ARM + " cannot be read", e);
    }
  }

  /**
   * With an open gripper, for simulation: the tool frame is between the finger tips (z axis out of
   * the hand, the fingers move along y), and the drives have torque limits, but any speed.
   */
  public static Chain withGripper() {
    try (InputStream arm = resource(ARM);
        InputStream gripper = resource(GRIPPER)) {
      Chain chain = UrdfReader.read(arm, gripper, "tool", ARM + " with " + GRIPPER);
      return new Chain(
          chain.name(), chain.joints().stream().map(Arm7::fast).toList(), chain.toolInLast());
    } catch (IOException e) {
      throw new UncheckedIOException(GRIPPER + " cannot be read", e);
    }
  }

  private static Joint fast(Joint joint) {
    JointLimits its = joint.limits();
    return joint.with(
        new JointLimits(
            its.minPositionRad(), its.maxPositionRad(), ANY_SPEED_RAD_PER_S, its.maxTorqueNm()));
  }

  private static InputStream resource(String name) {
    InputStream in = Arm7.class.getResourceAsStream(name);
    if (in == null) {
      throw new UrdfException(name + ": expected on the class path, found nothing; rebuild");
    }
    return in;
  }

  /** Elbow up, tool pointing straight down in front of the base, in rad, [7]. */
  public static double[] homeRad() {
    return new double[] {0, -0.785, 0, -2.356, 0, 1.571, Math.PI / 4};
  }
}
