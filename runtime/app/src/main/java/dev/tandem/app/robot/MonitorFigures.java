package dev.tandem.app.robot;

import static dev.tandem.app.robot.RobotFile.nanos;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.safety.monitor.MonitorConfig;

/** From when on something is a fault; no figure may be so large that nothing ever is. */
public record MonitorFigures(
    LineFigures lines,
    DriveFigures drives,
    TimingFigures timing,
    StateFigures state,
    SeparationFigures separation,
    ContactFigures contact) {
  private static final double LEAST_S = 1e-6;

  /** As slow as sensors, buses and people's trackers of a fifth of the usual rate need it. */
  private static final long MOST_TIMES = 5;

  private static final String LATE = "five times the fault matrix's; later is no watch";

  static void lasts(String key, double seconds, double matrixSeconds) {
    Bound.within("monitors." + key, seconds, LEAST_S, MOST_TIMES * matrixSeconds, LATE);
  }

  private static void counts(String key, int count, int matrix) {
    Bound.within("monitors." + key, count, 1, MOST_TIMES * matrix, LATE);
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
      lasts("lines.max_disagreement_s", maxDisagreementS, 0.01);
      lasts("lines.max_age_s", maxAgeS, 0.02);
      lasts("lines.max_tracker_age_s", maxTrackerAgeS, 0.1);
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
      String robots = "after 20 a Franka stops by itself, and the stop must come before that (F12)";
      Bound.within("monitors.drives.lost_packets", lostPackets, 1, 19, robots);
      counts("drives.frozen_ticks", frozenTicks, 10);
      Check.above("monitors.drives.frozen_torque_change_nm", frozenTorqueChangeNm, 0);
      counts("drives.bad_stamps", badStamps, 3);
      lasts("drives.max_stamp_jump_s", maxStampJumpS, 0.005);
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
      lasts("timing.max_reading_age_s", maxReadingAgeS, 0.1);
      lasts("timing.max_action_age_s", maxActionAgeS, 0.1);
      lasts("timing.stale_grace_s", staleGraceS, 0.1);
      counts("timing.overruns_in_a_row", overrunsInARow, 3);
      counts("timing.overruns_a_second", overrunsASecond, 5);
      lasts("timing.late_stop2_s", lateStop2S, 0.005);
      Check.above("monitors.timing.late_stop1_s", lateStop1S, lateStop2S);
      lasts("timing.late_stop1_s", lateStop1S, 0.02);
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
        state.joints(),
        state.tool(workspace, reduced),
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
