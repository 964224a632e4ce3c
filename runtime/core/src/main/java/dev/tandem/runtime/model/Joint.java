package dev.tandem.runtime.model;

/**
 * One revolute joint of a serial chain and the rigid body that it moves. The body's frame is the
 * joint's frame; fixed links are already lumped into their parent.
 *
 * @param name of the joint
 * @param originInParent metres, [3]
 * @param rotationInParent joint frame at zero position in the parent's frame, row-major, [9]
 * @param axis unit vector in the joint's frame, [3]
 * @param massKg of the body
 * @param comInBody centre of mass, metres, [3]
 * @param inertiaAtCom about the centre of mass in body axes, kg m2: xx, yy, zz, xy, xz, yz
 * @param limits of position, speed and torque
 * @param dampingNmsPerRad viscous
 * @param armatureKgM2 rotor inertia seen at the joint
 */
public record Joint(
    String name,
    double[] originInParent,
    double[] rotationInParent,
    double[] axis,
    double massKg,
    double[] comInBody,
    double[] inertiaAtCom,
    JointLimits limits,
    double dampingNmsPerRad,
    double armatureKgM2) {
  /** The same joint with other limits. */
  public Joint with(JointLimits other) {
    return new Joint(
        name,
        originInParent,
        rotationInParent,
        axis,
        massKg,
        comInBody,
        inertiaAtCom,
        other,
        dampingNmsPerRad,
        armatureKgM2);
  }
}
