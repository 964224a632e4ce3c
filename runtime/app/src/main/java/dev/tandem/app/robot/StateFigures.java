package dev.tandem.app.robot;

import static dev.tandem.app.robot.RobotFile.nanos;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.SingularityConfig;

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
    between("joint_tolerance_rad", jointToleranceRad, 1e-4, 0.2);
    between("max_tracking_error_rad", maxTrackingErrorRad, 1e-3, 0.3);
    between("max_set_point_error_metres", maxSetPointErrorMetres, 1e-4, 1);
    MatrixFigure.TRACKING_TIME.bound(trackingS);
    between("rest_rad_per_s", restRadPerS, 1e-4, 0.1);
    between("max_gravity_error_nm", maxGravityErrorNm, 1e-3, 1000);
    MatrixFigure.GRAVITY_TIME.bound(gravityS);
    between("box_margin_metres", boxMarginMetres, 1e-4, 0.2);
    Check.atLeast("monitors.state.least_clearance_metres", leastClearanceMetres, 0);
    between("part_tolerance_metres", partToleranceMetres, 1e-4, 0.02);
    MatrixFigure.PART_TIME.bound(partS);
    Check.atLeast("monitors.state.singular_slow_condition", singularSlowCondition, 1);
    Check.above(
        "monitors.state.singular_hold_condition", singularHoldCondition, singularSlowCondition);
    between("singular_hold_condition", singularHoldCondition, 1, 1e7);
  }

  private static void between(String key, double value, double least, double most) {
    String wide = "with more it would see no fault, with less every noise";
    Bound.within("monitors.state." + key, value, least, most, wide);
  }

  MonitorConfig.Joints joints() {
    return new MonitorConfig.Joints(
        jointToleranceRad,
        maxTrackingErrorRad,
        nanos(trackingS),
        restRadPerS,
        maxGravityErrorNm,
        nanos(gravityS));
  }

  MonitorConfig.Tool tool(WorkspaceBox workspace, ReducedFigures reduced) {
    return new MonitorConfig.Tool(
        workspace,
        boxMarginMetres,
        reduced.toolSpeedMPerS(),
        partToleranceMetres,
        nanos(partS),
        new SingularityConfig(singularSlowCondition, singularHoldCondition));
  }
}
