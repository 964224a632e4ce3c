package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.Arrays;
import java.util.List;

/**
 * How a world's physics differ from those of its model, as factors: 1 is the model's own figure.
 *
 * @param mass of the arm's links
 * @param inertia of the arm's bodies about their own centres of mass, beyond what follows from
 *     their mass; what a body is, a hand or a hand with its tool, is the simulator's model's
 * @param loadMass and inertia of what the arm moves
 * @param friction of all that touches
 * @param damping of the arm's joints
 * @param armature of the arm's drives, as seen at the joints
 * @param gravity everywhere
 */
public record PhysicsScales(
    double mass,
    double inertia,
    double loadMass,
    double friction,
    double damping,
    double armature,
    double gravity) {
  /** As the model says. */
  public static final PhysicsScales NOMINAL = new PhysicsScales(1, 1, 1, 1, 1, 1, 1);

  public PhysicsScales {
    for (double scale : new double[] {mass, inertia, loadMass}) {
      require(scale > 0 && Double.isFinite(scale), "more than 0", scale);
    }
    for (double scale : new double[] {friction, damping, armature, gravity}) {
      require(scale >= 0 && Double.isFinite(scale), "at least 0", scale);
    }
  }

  private static void require(boolean holds, String expected, double found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "scale of physics: expected a finite number of " + expected + ", found " + found);
    }
  }

  /** An arm whose links and joints are scaled. */
  public Chain of(Chain arm) {
    List<Joint> joints = arm.joints().stream().map(this::of).toList();
    return new Chain(arm.name(), joints, arm.toolInLast());
  }

  private Joint of(Joint joint) {
    double[] inertiaAtCom =
        Arrays.stream(joint.inertiaAtCom()).map(value -> value * mass * inertia).toArray();
    return new Joint(
        joint.name(),
        joint.originInParent(),
        joint.rotationInParent(),
        joint.axis(),
        joint.massKg() * mass,
        joint.comInBody(),
        inertiaAtCom,
        joint.limits(),
        joint.dampingNmsPerRad() * damping,
        joint.armatureKgM2() * armature);
  }

  /** Contacts whose friction is scaled. */
  public ContactParameters of(ContactParameters contact) {
    return new ContactParameters(
        contact.stiffnessNPerM(),
        contact.dampingNsPerM(),
        contact.friction() * friction,
        contact.slipSpeedMPerS());
  }
}
