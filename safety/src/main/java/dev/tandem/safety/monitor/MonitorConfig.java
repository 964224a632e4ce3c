package dev.tandem.safety.monitor;

import dev.tandem.safety.filter.WorkspaceBox;

/**
 * The figures of every monitor.
 *
 * @param lines emergency stop and tracker
 * @param drives packets, stamps and state of the robot
 * @param timing of the control thread and the policy
 * @param joints limits, contact and payload
 * @param tool speed, workspace and what it holds
 * @param separation distance to people
 * @param personNearM from the tool to a person, below which speed is reduced
 */
public record MonitorConfig(
    Lines lines,
    Drives drives,
    Timing timing,
    Joints joints,
    Tool tool,
    SeparationConfig separation,
    double personNearM) {
  private static final long MILLISECOND = 1_000_000;

  public MonitorConfig {
    positive("personNearM", personNearM);
  }

  /** The defaults of the fault matrix. */
  public static MonitorConfig defaults(WorkspaceBox workspace) {
    return new MonitorConfig(
        new Lines(10 * MILLISECOND, 20 * MILLISECOND, 100 * MILLISECOND),
        new Drives(5, 10, 0.1, 3, 5 * MILLISECOND),
        new Timing(
            100 * MILLISECOND,
            100 * MILLISECOND,
            100 * MILLISECOND,
            3,
            5,
            5 * MILLISECOND,
            20 * MILLISECOND),
        new Joints(0.01, Math.toRadians(5), 50 * MILLISECOND, 0.01, 3, 100 * MILLISECOND),
        new Tool(workspace, 0.03, 0.25, 0.003, 40 * MILLISECOND, SingularityConfig.servo()),
        SeparationConfig.technicalSpecification(),
        1.5);
  }

  private static void positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be > 0, got " + value);
    }
  }

  private static void positive(String name, long value) {
    positive(name, (double) value);
  }

  /**
   * Emergency stop and tracker of people.
   *
   * @param maxDisagreementNanos for which its two channels may disagree
   * @param maxLineAgeNanos since the lines were read
   * @param maxTrackerAgeNanos since the tracker saw where people are
   */
  public record Lines(long maxDisagreementNanos, long maxLineAgeNanos, long maxTrackerAgeNanos) {
    public Lines {
      positive("maxDisagreementNanos", maxDisagreementNanos);
      positive("maxLineAgeNanos", maxLineAgeNanos);
      positive("maxTrackerAgeNanos", maxTrackerAgeNanos);
    }
  }

  /**
   * What comes from the drives.
   *
   * @param lostPackets in a row that stop
   * @param frozenTicks with the same state that stop
   * @param frozenTorqueChangeNm by which a command must have changed for a state to count as frozen
   * @param badStamps in a row that stop
   * @param maxStampJumpNanos by which a stamp may run ahead of the time that has passed
   */
  public record Drives(
      int lostPackets,
      int frozenTicks,
      double frozenTorqueChangeNm,
      int badStamps,
      long maxStampJumpNanos) {
    public Drives {
      positive("lostPackets", lostPackets);
      positive("frozenTicks", frozenTicks);
      positive("frozenTorqueChangeNm", frozenTorqueChangeNm);
      positive("badStamps", badStamps);
      positive("maxStampJumpNanos", maxStampJumpNanos);
    }
  }

  /**
   * When the loop, a sensor or the policy is late.
   *
   * @param maxReadingAgeNanos of any sensor
   * @param maxActionAgeNanos three periods of the policy
   * @param staleGraceNanos for which nobody drives, before the robot stops
   * @param overrunsInARow that stop
   * @param overrunsASecond that stop
   * @param lateStop2Nanos of a wake-up that stops
   * @param lateStop1Nanos of a wake-up that stops and takes the power
   */
  public record Timing(
      long maxReadingAgeNanos,
      long maxActionAgeNanos,
      long staleGraceNanos,
      int overrunsInARow,
      int overrunsASecond,
      long lateStop2Nanos,
      long lateStop1Nanos) {
    public Timing {
      positive("maxReadingAgeNanos", maxReadingAgeNanos);
      positive("maxActionAgeNanos", maxActionAgeNanos);
      positive("staleGraceNanos", staleGraceNanos);
      positive("overrunsInARow", overrunsInARow);
      positive("overrunsASecond", overrunsASecond);
      positive("lateStop2Nanos", lateStop2Nanos);
      positive("lateStop1Nanos", lateStop1Nanos);
    }

    /** The same for a policy of which actions may be of another age. */
    public Timing withActionAge(long nanos) {
      return new Timing(
          maxReadingAgeNanos,
          nanos,
          staleGraceNanos,
          overrunsInARow,
          overrunsASecond,
          lateStop2Nanos,
          lateStop1Nanos);
    }
  }

  /**
   * Joints.
   *
   * @param toleranceRad outside a position limit
   * @param maxTrackingErrorRad between commanded and measured position
   * @param trackingNanos for which it may be larger
   * @param restRadPerS below which a joint is at rest
   * @param maxGravityErrorNm between measured torque and the model's gravity, at rest
   * @param gravityNanos for which it may be larger
   */
  public record Joints(
      double toleranceRad,
      double maxTrackingErrorRad,
      long trackingNanos,
      double restRadPerS,
      double maxGravityErrorNm,
      long gravityNanos) {
    public Joints {
      positive("toleranceRad", toleranceRad);
      positive("maxTrackingErrorRad", maxTrackingErrorRad);
      positive("trackingNanos", trackingNanos);
      positive("restRadPerS", restRadPerS);
      positive("maxGravityErrorNm", maxGravityErrorNm);
      positive("gravityNanos", gravityNanos);
    }
  }

  /**
   * Tool and gripper.
   *
   * @param workspace where the tool point may be
   * @param workspaceMarginM outside it, where the robot stops
   * @param reducedSpeedMPerS with a person near
   * @param partToleranceM of a held part's width
   * @param partNanos for which the width may be another
   * @param singularity how near to one the arm may be
   */
  public record Tool(
      WorkspaceBox workspace,
      double workspaceMarginM,
      double reducedSpeedMPerS,
      double partToleranceM,
      long partNanos,
      SingularityConfig singularity) {
    public Tool {
      positive("workspaceMarginM", workspaceMarginM);
      positive("reducedSpeedMPerS", reducedSpeedMPerS);
      positive("partToleranceM", partToleranceM);
      positive("partNanos", partNanos);
    }
  }
}
