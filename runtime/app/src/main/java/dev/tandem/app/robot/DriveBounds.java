package dev.tandem.app.robot;

import dev.tandem.runtime.model.Chain;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the masses, lengths and drives of an arm of metal bound the figures of its file by: what
 * none of them can keep is no limit. A simulated arm that no metal stands for needs none of it.
 */
final class DriveBounds {
  /** Of what gravity leaves a drive; the rest is for friction, payload and the other joints. */
  private static final double BRAKING_SHARE = 1.0 / 3;

  private static final double LONGEST_RAMP_S = 0.1;

  /** From one tick to the one in which what was seen in it acts. */
  static final double TWO_TICKS_S = 0.002;

  /** Of a speed, what friction and torques that are limited in rate take a joint beyond it. */
  private static final double LEAST_MARGIN_SHARE = 0.05;

  /** Of the quadratic program; an adversary gets past limits with six, and not with ten. */
  private static final long LEAST_STEPS = 30;

  /** In which torques that are limited in rate become those of a brake. */
  static final double LEAST_RESPONSE_S = 0.02;

  private final JointFigures joints;
  private final RobotFile file;
  private final Capability arm;

  private DriveBounds(RobotFile file, Capability arm) {
    this.file = file;
    this.joints = file.joints();
    this.arm = arm;
  }

  /**
   * Refuses what the arm cannot keep.
   *
   * @param limited the arm's model with the file's limits
   */
  static void check(RobotFile file, Chain limited) {
    Capability arm = Capability.of(limited);
    DriveBounds bounds = new DriveBounds(file, arm);
    bounds.torques();
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      bounds.joint(i);
    }
    bounds.stops();
    new ReachBounds(file, limited, arm).check();
  }

  private void torques() {
    if (!joints.limitsTorqueRate()) {
      throw new IllegalArgumentException(
          "joints.unlimited_torque_rate: expected false or nothing, found true; "
              + file.robot()
              + " has gears, and only a robot that there is in simulation alone has none");
    }
    double strongest = Collections.max(joints.maxTorqueNm());
    Bound.atLeast(
        "joints.max_torque_rate_nm_per_s",
        joints.maxTorqueRateNmPerS(),
        strongest / LONGEST_RAMP_S,
        "the strongest joint's torque takes 0.1 s with it: slower it cannot brake in time");
    Bound.atLeast(
        "joints.max_solver_steps",
        joints.maxSolverSteps(),
        LEAST_STEPS,
        "with fewer it often gives up, and braking in its place keeps not all limits (F20)");
    Bound.atMost(
        "monitors.state.max_gravity_error_nm",
        file.monitors().state().maxGravityErrorNm(),
        Collections.min(joints.maxTorqueNm()) / 2,
        "half of the weakest joint's torque: with more a payload that it cannot hold is not seen"
            + " (F35)");
  }

  private void joint(int i) {
    double torqueNm = joints.maxTorqueNm().get(i);
    Bound.atLeast(
        Bound.item("joints.max_torque_nm", i),
        torqueNm,
        torqueNm - arm.reserveNm()[i],
        "what the arm weighs on this joint within its position limits: narrow these or let it pull");
    Bound.atMost(
        Bound.item("joints.max_acceleration_rad_per_s2", i),
        joints.maxAccelerationRadPerS2().get(i),
        arm.accelerationRadPerS2()[i],
        "its whole torque by its least inertia in the robot's model");
    Bound.within(
        Bound.item("joints.braking_rad_per_s2", i),
        joints.brakingRadPerS2().get(i),
        leastBraking(i),
        BRAKING_SHARE * arm.brakingRadPerS2()[i],
        "with less it cannot stop within its own range, and the most is a third of what gravity leaves"
            + " of its torque in its worst posture, by its inertia in the robot's model");
    margins(i);
  }

  private void margins(int i) {
    double speed = joints.maxSpeedRadPerS().get(i);
    Bound.atLeast(
        Bound.item("joints.braking_offset_rad_per_s", i),
        joints.brakingOffsetRadPerS().get(i),
        Math.max(LEAST_RESPONSE_S, joints.responseS()) * joints.brakingRadPerS2().get(i),
        "what it slows down by in joints.response_s and 20 ms: torques need as long to change");
    Bound.atLeast(
        "joints.position_margin_rad",
        joints.positionMarginRad(),
        TWO_TICKS_S * speed,
        "two ticks of joint " + i + " at its speed limit");
    Bound.atLeast(
        "joints.speed_margin_rad_per_s",
        joints.speedMarginRadPerS(),
        LEAST_MARGIN_SHARE * speed,
        "5 % of joint " + i + "'s speed limit: friction, and torques that are limited in rate");
  }

  private double leastBraking(int i) {
    double rangeRad = joints.maxPositionRad().get(i) - joints.minPositionRad().get(i);
    double speed = joints.maxSpeedRadPerS().get(i);
    return speed * speed / (2 * rangeRad);
  }

  /** A controlled stop from full speed that takes longer ends without power, and the arm drops. */
  private void stops() {
    List<Double> deceleration = file.brake().decelerationRadPerS2();
    double seconds = file.authority().maxBrakingS();
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      Bound.atLeast(
          Bound.item("brake.deceleration_rad_per_s2", i),
          deceleration.get(i),
          joints.maxSpeedRadPerS().get(i) / seconds,
          String.format(
              Locale.ROOT,
              "from this joint's speed limit it must be at rest within authority.max_braking_s,"
                  + " %s s, or its power is taken while it moves",
              seconds));
    }
    Bound.atMost(
        "monitors.separation.braking_m_per_s2",
        file.monitors().separation().brakingMPerS2(),
        Collections.max(deceleration) * arm.leverMetres()[0],
        "brake.deceleration_rad_per_s2 by the arm's length: no tool stops faster (F27, F28)");
  }
}
