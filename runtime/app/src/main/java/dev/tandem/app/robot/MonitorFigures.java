package dev.tandem.app.robot;

import static dev.tandem.app.robot.RobotFile.nanos;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.SingularityConfig;

/** From when on something is a fault; no figure may be so large that nothing ever is. */
public record MonitorFigures(
    LineFigures lines,
    DriveFigures drives,
    TimingFigures timing,
    StateFigures state,
    SeparationFigures separation,
    ContactFigures contact) {
  private static final double LEAST_S = 1e-6;

  private static void lasts(String key, double seconds, double mostSeconds) {
    Check.atLeast("monitors." + key, seconds, LEAST_S);
    Check.atMost("monitors." + key, seconds, mostSeconds);
  }

  private static void counts(String key, int count, int most) {
    Check.within("monitors." + key, count, 1, most);
  }

  private static void positive(String key, double value) {
    Check.above("monitors." + key, value, 0);
  }

  private static void positive(String key, double value, double most) {
    positive(key, value);
    Check.atMost("monitors." + key, value, most);
  }

  /**
   * Emergency stop and tracker of people.
   *
   * @param maxDisagreementS for which the stop's two channels may disagree
   * @param maxAgeS since its lines were read
   * @param maxTrackerAgeS since the tracker saw where people are
   */
  public record LineFigures(double maxDisagreementS, double maxAgeS, double maxTrackerAgeS) {
    public LineFigures {
      lasts("lines.max_disagreement_s", maxDisagreementS, 0.5);
      lasts("lines.max_age_s", maxAgeS, 0.5);
      lasts("lines.max_tracker_age_s", maxTrackerAgeS, 1);
    }
  }

  /**
   * What comes from the drives.
   *
   * @param lostPackets in a row that stop
   * @param frozenTicks with the same state that stop
   * @param frozenTorqueChangeNm by which a command must have changed for a state to count as frozen
   * @param badStamps in a row that stop
   * @param maxStampJumpS by which a stamp may run ahead of the time that has passed
   */
  public record DriveFigures(
      int lostPackets,
      int frozenTicks,
      double frozenTorqueChangeNm,
      int badStamps,
      double maxStampJumpS) {
    public DriveFigures {
      counts("drives.lost_packets", lostPackets, 20);
      counts("drives.frozen_ticks", frozenTicks, 100);
      positive("drives.frozen_torque_change_nm", frozenTorqueChangeNm);
      counts("drives.bad_stamps", badStamps, 20);
      lasts("drives.max_stamp_jump_s", maxStampJumpS, 0.1);
    }
  }

  /**
   * When the loop, a sensor or the policy is late.
   *
   * @param maxReadingAgeS of any sensor
   * @param maxActionAgeS of an action; three periods of the policy
   * @param staleGraceS for which nobody drives, before the robot stops
   * @param overrunsInARow that stop
   * @param overrunsASecond that stop
   * @param lateStop2S of a wake-up that stops
   * @param lateStop1S of a wake-up that stops and takes the power
   */
  public record TimingFigures(
      double maxReadingAgeS,
      double maxActionAgeS,
      double staleGraceS,
      int overrunsInARow,
      int overrunsASecond,
      double lateStop2S,
      double lateStop1S) {
    public TimingFigures {
      lasts("timing.max_reading_age_s", maxReadingAgeS, 0.5);
      lasts("timing.max_action_age_s", maxActionAgeS, 1);
      lasts("timing.stale_grace_s", staleGraceS, 1);
      counts("timing.overruns_in_a_row", overrunsInARow, 20);
      counts("timing.overruns_a_second", overrunsASecond, 100);
      lasts("timing.late_stop2_s", lateStop2S, 0.05);
      Check.above("monitors.timing.late_stop1_s", lateStop1S, lateStop2S);
      Check.atMost("monitors.timing.late_stop1_s", lateStop1S, 0.2);
    }
  }

  /**
   * Joints, tool and what it holds.
   *
   * @param jointToleranceRad outside a position limit
   * @param maxTrackingErrorRad between commanded and measured position
   * @param maxSetPointErrorMetres from the tool to its set point, where nothing is touched
   * @param trackingS for which either may be larger
   * @param restRadPerS below which a joint is at rest
   * @param maxGravityErrorNm between measured torque and the model's gravity, at rest
   * @param gravityS for which it may be larger
   * @param boxMarginMetres outside the tool's box, where the robot stops
   * @param leastClearanceMetres of links from what is kept out and from each other, below which the
   *     robot stops; at most what the barrier keeps
   * @param partToleranceMetres of a held part's width
   * @param partS for which the width may be another
   * @param singularSlowCondition of the tool's Jacobian, in m and rad, from which on it is slowed
   *     down
   * @param singularHoldCondition from which on the policy does not drive
   */
  public record StateFigures(
      double jointToleranceRad,
      double maxTrackingErrorRad,
      double maxSetPointErrorMetres,
      double trackingS,
      double restRadPerS,
      double maxGravityErrorNm,
      double gravityS,
      double boxMarginMetres,
      double leastClearanceMetres,
      double partToleranceMetres,
      double partS,
      double singularSlowCondition,
      double singularHoldCondition) {
    public StateFigures {
      positive("state.joint_tolerance_rad", jointToleranceRad, 0.2);
      positive("state.max_tracking_error_rad", maxTrackingErrorRad, 0.5);
      positive("state.max_set_point_error_metres", maxSetPointErrorMetres);
      lasts("state.tracking_s", trackingS, 1);
      positive("state.rest_rad_per_s", restRadPerS, 0.1);
      positive("state.max_gravity_error_nm", maxGravityErrorNm);
      lasts("state.gravity_s", gravityS, 1);
      positive("state.box_margin_metres", boxMarginMetres, 0.2);
      Check.atLeast("monitors.state.least_clearance_metres", leastClearanceMetres, 0);
      positive("state.part_tolerance_metres", partToleranceMetres, 0.02);
      lasts("state.part_s", partS, 1);
      Check.atLeast("monitors.state.singular_slow_condition", singularSlowCondition, 1);
      Check.above(
          "monitors.state.singular_hold_condition", singularHoldCondition, singularSlowCondition);
    }
  }

  MonitorConfig config(WorkspaceBox workspace, ReducedFigures reduced) {
    return new MonitorConfig(
        new MonitorConfig.Lines(
            nanos(lines.maxDisagreementS), nanos(lines.maxAgeS), nanos(lines.maxTrackerAgeS)),
        new MonitorConfig.Drives(
            drives.lostPackets,
            drives.frozenTicks,
            drives.frozenTorqueChangeNm,
            drives.badStamps,
            nanos(drives.maxStampJumpS)),
        late(),
        new MonitorConfig.Joints(
            state.jointToleranceRad,
            state.maxTrackingErrorRad,
            nanos(state.trackingS),
            state.restRadPerS,
            state.maxGravityErrorNm,
            nanos(state.gravityS)),
        new MonitorConfig.Tool(
            workspace,
            state.boxMarginMetres,
            reduced.toolSpeedMPerS(),
            state.partToleranceMetres,
            nanos(state.partS),
            new SingularityConfig(state.singularSlowCondition, state.singularHoldCondition)),
        separation.config(),
        reduced.personMetres());
  }

  private MonitorConfig.Timing late() {
    return new MonitorConfig.Timing(
        nanos(timing.maxReadingAgeS),
        nanos(timing.maxActionAgeS),
        nanos(timing.staleGraceS),
        timing.overrunsInARow,
        timing.overrunsASecond,
        nanos(timing.lateStop2S),
        nanos(timing.lateStop1S));
  }
}
