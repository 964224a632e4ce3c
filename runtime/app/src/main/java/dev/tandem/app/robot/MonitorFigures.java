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

  /**
   * Emergency stop and tracker of people.
   *
   * @param maxDisagreementS for which the stop's two channels may disagree
   * @param maxAgeS since its lines were read
   * @param maxTrackerAgeS since the tracker saw where people are
   */
  public record LineFigures(double maxDisagreementS, double maxAgeS, double maxTrackerAgeS) {
    public LineFigures {
      MatrixFigure.STOP_CHANNELS.bound(maxDisagreementS);
      MatrixFigure.STOP_LINES.bound(maxAgeS);
      MatrixFigure.TRACKER.bound(maxTrackerAgeS);
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
      MatrixFigure.FROZEN.bound(frozenTicks);
      Check.above("monitors.drives.frozen_torque_change_nm", frozenTorqueChangeNm, 0);
      MatrixFigure.BAD_STAMPS.bound(badStamps);
      MatrixFigure.STAMP_JUMP.bound(maxStampJumpS);
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
      MatrixFigure.READING.bound(maxReadingAgeS);
      MatrixFigure.ACTION.bound(maxActionAgeS);
      MatrixFigure.GRACE.bound(staleGraceS);
      MatrixFigure.OVERRUNS_IN_A_ROW.bound(overrunsInARow);
      MatrixFigure.OVERRUNS_A_SECOND.bound(overrunsASecond);
      MatrixFigure.LATE_STOP2.bound(lateStop2S);
      Check.above("monitors.timing.late_stop1_s", lateStop1S, lateStop2S);
      MatrixFigure.LATE_STOP1.bound(lateStop1S);
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
