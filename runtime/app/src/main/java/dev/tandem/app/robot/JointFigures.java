package dev.tandem.app.robot;

import static dev.tandem.app.robot.RobotFile.JOINTS;

import dev.tandem.app.settings.Check;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.safety.barrier.JointBarrierConfig;
import dev.tandem.safety.barrier.JointBraking;
import dev.tandem.safety.monitor.JointSpeedMonitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the joints may do; one number a joint, from the base outwards, where there are several.
 *
 * @param minPositionRad no looser than the model's, as the next three
 * @param maxPositionRad the other end
 * @param maxSpeedRadPerS in both directions
 * @param maxTorqueNm in both directions
 * @param maxTorqueRateNmPerS of every joint; no joint may reach its whole torque in less than 5 ms
 * @param unlimitedTorqueRate true for a robot whose rate may be any: a simulated one; else left out
 * @param maxAccelerationRadPerS2 that a command may ask for; given up first
 * @param positionMarginRad kept from the position limits
 * @param speedMarginRadPerS kept from the speed limit
 * @param brakingRadPerS2 that each drive can be relied on for before a position limit
 * @param brakingOffsetRadPerS speed kept in hand there
 * @param responseS in which a joint that is too fast is brought back to its bound
 * @param stopOutsideRad how far outside a limit a joint may be before the drives lose their power
 * @param stopSpeedRatio how many times its speed limit a joint may reach before they do; above the
 *     ratio at which a controlled stop begins (F23)
 * @param maxSolverSteps of the barriers' quadratic program; then the arm brakes
 */
public record JointFigures(
    List<Double> minPositionRad,
    List<Double> maxPositionRad,
    List<Double> maxSpeedRadPerS,
    List<Double> maxTorqueNm,
    double maxTorqueRateNmPerS,
    Optional<Boolean> unlimitedTorqueRate,
    List<Double> maxAccelerationRadPerS2,
    double positionMarginRad,
    double speedMarginRadPerS,
    List<Double> brakingRadPerS2,
    List<Double> brakingOffsetRadPerS,
    double responseS,
    double stopOutsideRad,
    double stopSpeedRatio,
    int maxSolverSteps) {
  /** Beyond these a threshold would be switched off: more than 11 degrees, twice the speed. */
  private static final double MOST_OUTSIDE_RAD = 0.2;

  private static final double MOST_SPEED_RATIO = 2;

  /** From nothing to a joint's whole torque: what takes less is a blow to its gears. */
  private static final double LEAST_RAMP_S = 0.005;

  private static final double LEAST_RAD_PER_S = 0.01;
  private static final double MOST_RAD_PER_S2 = 10_000;
  private static final String FAST = "no drive turns a joint faster, not even a simulated one";
  private static final String BRAKES =
      "max_acceleration_rad_per_s2 of this joint: no drive is relied on for more than it may do";

  public JointFigures {
    Check.perJoint("joints.min_position_rad", minPositionRad, JOINTS, -Double.MAX_VALUE);
    Check.perJoint("joints.max_position_rad", maxPositionRad, JOINTS, -Double.MAX_VALUE);
    Check.perJoint("joints.max_speed_rad_per_s", maxSpeedRadPerS, JOINTS, 0);
    Check.perJoint("joints.max_torque_nm", maxTorqueNm, JOINTS, 0);
    Check.above("joints.max_torque_rate_nm_per_s", maxTorqueRateNmPerS, 0);
    if (!unlimitedTorqueRate.orElse(false)) {
      ramps(maxTorqueRateNmPerS, Collections.min(maxTorqueNm));
    }
    Check.perJoint("joints.max_acceleration_rad_per_s2", maxAccelerationRadPerS2, JOINTS, 0);
    Check.perJoint("joints.braking_rad_per_s2", brakingRadPerS2, JOINTS, 0);
    Check.perJoint("joints.braking_offset_rad_per_s", brakingOffsetRadPerS, JOINTS, -1e-300);
    Bound.within(
        "joints.response_s",
        responseS,
        0.01,
        0.05,
        "in less than ten ticks torques cannot follow, after a twentieth of a second it is too late");
    Check.atLeast("joints.stop_outside_rad", stopOutsideRad, 0);
    Check.atMost("joints.stop_outside_rad", stopOutsideRad, MOST_OUTSIDE_RAD);
    Check.above("joints.stop_speed_ratio", stopSpeedRatio, JointSpeedMonitor.STOP_RATIO);
    Check.atMost("joints.stop_speed_ratio", stopSpeedRatio, MOST_SPEED_RATIO);
    Bound.within(
        "joints.max_solver_steps", maxSolverSteps, 1, 200, "more do not fit into a tick of 1 ms");
    for (int i = 0; i < JOINTS; i++) {
      double min = minPositionRad.get(i);
      double most = maxSpeedRadPerS.get(i);
      Check.above("joints.max_position_rad", maxPositionRad.get(i), min);
      Bound.atLeast(item("max_speed_rad_per_s", i), most, LEAST_RAD_PER_S, "slower it stands");
      String room = "of joint " + i + " it would leave less than half: lower the limit instead";
      double quarter = (maxPositionRad.get(i) - min) / 4;
      Bound.within("joints.position_margin_rad", positionMarginRad, 0, quarter, room);
      Bound.within("joints.speed_margin_rad_per_s", speedMarginRadPerS, 0, most / 2, room);
      Bound.atMost(
          item("braking_offset_rad_per_s", i), brakingOffsetRadPerS.get(i), most / 2, room);
      double asked = maxAccelerationRadPerS2.get(i);
      Bound.atMost(item("max_acceleration_rad_per_s2", i), asked, MOST_RAD_PER_S2, FAST);
      Bound.atMost(item("braking_rad_per_s2", i), brakingRadPerS2.get(i), asked, BRAKES);
    }
  }

  private static String item(String key, int joint) {
    return Bound.item("joints." + key, joint);
  }

  private static void ramps(double rateNmPerS, double weakestNm) {
    if (rateNmPerS * LEAST_RAMP_S > weakestNm) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "joints.max_torque_rate_nm_per_s: expected at most %s, with which the weakest joint's"
                  + " %s Nm take %s ms, found %s; unlimited_torque_rate: true is for simulated arms",
              weakestNm / LEAST_RAMP_S,
              weakestNm,
              1e3 * LEAST_RAMP_S,
              rateNmPerS));
    }
  }

  /** False for a robot whose torques may jump. */
  boolean limitsTorqueRate() {
    return !unlimitedTorqueRate.orElse(false);
  }

  /** A joint with these limits instead of its own; refuses looser ones. */
  Joint tighten(Joint joint, int i) {
    JointLimits its = joint.limits();
    notLooser("min_position_rad", i, minPositionRad.get(i), its.minPositionRad(), -1);
    notLooser("max_position_rad", i, maxPositionRad.get(i), its.maxPositionRad(), 1);
    notLooser("max_speed_rad_per_s", i, maxSpeedRadPerS.get(i), its.maxSpeedRadPerS(), 1);
    notLooser("max_torque_nm", i, maxTorqueNm.get(i), its.maxTorqueNm(), 1);
    return joint.with(
        new JointLimits(
            minPositionRad.get(i),
            maxPositionRad.get(i),
            maxSpeedRadPerS.get(i),
            maxTorqueNm.get(i)));
  }

  private static void notLooser(String key, int joint, double found, double most, int sign) {
    if (sign * found > sign * most) {
      throw new IllegalArgumentException(
          String.format(
              "joints.%s[%d]: expected %s %s as in the robot's model, found %s",
              key, joint, sign > 0 ? "at most" : "at least", most, found));
    }
  }

  JointBarrierConfig barrier() {
    List<JointBraking> braking = new ArrayList<>();
    for (int i = 0; i < JOINTS; i++) {
      braking.add(new JointBraking(brakingOffsetRadPerS.get(i), brakingRadPerS2.get(i)));
    }
    return new JointBarrierConfig(
        braking,
        maxAccelerationRadPerS2,
        positionMarginRad,
        speedMarginRadPerS,
        responseS,
        stopOutsideRad,
        stopSpeedRatio);
  }
}
