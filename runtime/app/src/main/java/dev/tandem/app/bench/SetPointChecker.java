package dev.tandem.app.bench;

import dev.tandem.app.robot.ReducedFigures;
import dev.tandem.app.robot.SetPointFigures;

/** Whether a set point travelled within its limits, by the differences of its poses alone. */
public final class SetPointChecker {
  /** Of figures that are met exactly. */
  private static final double ROUNDING = 1e-6;

  /** The longest that {@code Travel} lets it take to change its speed. */
  private static final int SETTLING_TICKS = 200;

  private static final int SPEED = 1;
  private static final int ACCELERATION = 2;
  private static final int JERK = 3;

  private final TravelledSteps steps;
  private final double dtSeconds;
  private final LimitTable.Row speed;
  private final LimitTable.Row reducedSpeed;
  private final LimitTable.Row acceleration;
  private final LimitTable.Row jerk;
  private int reducedTicks;
  private boolean atRest;

  /** Poses just before the next one; a jerk takes three. */
  private int known;

  private SetPointChecker(
      TravelledSteps steps, double dtSeconds, String unit, double[] limits, LimitTable table) {
    this.steps = steps;
    this.dtSeconds = dtSeconds;
    this.speed = table.add("set_point_" + unit + "_per_s", limits[0]);
    this.reducedSpeed = table.add("reduced_set_point_" + unit + "_per_s", limits[1]);
    this.acceleration = table.add("set_point_" + unit + "_per_s2", limits[2]);
    this.jerk = table.add("set_point_" + unit + "_per_s3", limits[3]);
  }

  /** Of its way along a line. */
  public static SetPointChecker ofLine(
      SetPointFigures of, ReducedFigures reduced, double dtSeconds, LimitTable table) {
    double[] limits = {
      of.maxSpeedMPerS(), reduced.setPointMPerS(), of.maxAccelerationMPerS2(), of.maxJerkMPerS3()
    };
    return new SetPointChecker(new TravelledSteps(false), dtSeconds, "m", limits, table);
  }

  /** Of its turn. */
  public static SetPointChecker ofTurn(
      SetPointFigures of, ReducedFigures reduced, double dtSeconds, LimitTable table) {
    double[] limits = {
      of.maxSpeedRadPerS(),
      reduced.setPointRadPerS(),
      of.maxAccelerationRadPerS2(),
      of.maxJerkRadPerS3()
    };
    return new SetPointChecker(new TravelledSteps(true), dtSeconds, "rad", limits, table);
  }

  /** It rests here, and whether its speed is reduced is asked from now on. */
  void rests(double[] poseInBase) {
    steps.restart(poseInBase);
    atRest = true;
    known = JERK;
  }

  /** Nobody knows where it was before the next tick. */
  public void lose() {
    known = 0;
    atRest = false;
    reducedTicks = 0;
  }

  /** The next tick. */
  public void check(double[] poseInBase, boolean reduced) {
    reducedTicks = reduced ? reducedTicks + 1 : 0;
    if (known == 0) {
      steps.restart(poseInBase);
    } else {
      steps.follow(poseInBase);
    }
    boolean settled = reduced && (atRest || reducedTicks > SETTLING_TICKS);
    atRest &= reduced;
    look(SPEED, settled ? reducedSpeed : speed);
    look(ACCELERATION, acceleration);
    look(JERK, jerk);
    known = Math.min(known + 1, JERK);
  }

  private void look(int order, LimitTable.Row limit) {
    if (known >= order) {
      limit.saw(steps.perTick(order) / Math.pow(dtSeconds, order) * (1 - ROUNDING));
    }
  }
}
