package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.controllers.impedance.AxisGains;
import dev.tandem.controllers.impedance.ImpedanceConfig;
import dev.tandem.controllers.impedance.Posture;
import java.util.List;

/**
 * How stiffly the tool is held. The tool presses with {@code stiffness * max_error} at most.
 *
 * @param stiffnessNPerM along each axis
 * @param dampingNsPerM along each axis
 * @param maxErrorMetres the error is clipped to this
 * @param stiffnessNmPerRad about each axis
 * @param dampingNmsPerRad about each axis
 * @param maxErrorRad the error is clipped to this
 * @param posture what the joints do with the freedom that the tool leaves them
 */
public record ImpedanceFigures(
    double stiffnessNPerM,
    double dampingNsPerM,
    double maxErrorMetres,
    double stiffnessNmPerRad,
    double dampingNmsPerRad,
    double maxErrorRad,
    PostureFigures posture) {
  public ImpedanceFigures {
    Check.above("impedance.stiffness_n_per_m", stiffnessNPerM, 0);
    Check.atLeast("impedance.damping_ns_per_m", dampingNsPerM, 0);
    Check.above("impedance.max_error_metres", maxErrorMetres, 0);
    Check.above("impedance.stiffness_nm_per_rad", stiffnessNmPerRad, 0);
    Check.atLeast("impedance.damping_nms_per_rad", dampingNmsPerRad, 0);
    Check.above("impedance.max_error_rad", maxErrorRad, 0);
  }

  /**
   * Where the joints are drawn to as far as the tool does not feel it.
   *
   * @param homeRad one a joint
   * @param maxErrorRad the pull's error is clipped to this
   * @param wanderRadPerS how fast the pull goes from where the arm starts to its home
   */
  public record PostureFigures(
      List<Double> homeRad,
      double stiffnessNmPerRad,
      double dampingNmsPerRad,
      double maxErrorRad,
      double wanderRadPerS) {
    public PostureFigures {
      Check.perJoint("impedance.posture.home_rad", homeRad, RobotFile.JOINTS, -Double.MAX_VALUE);
      Check.atLeast("impedance.posture.stiffness_nm_per_rad", stiffnessNmPerRad, 0);
      Check.atLeast("impedance.posture.damping_nms_per_rad", dampingNmsPerRad, 0);
      Check.above("impedance.posture.max_error_rad", maxErrorRad, 0);
      Check.above("impedance.posture.wander_rad_per_s", wanderRadPerS, 0);
    }

    Posture config() {
      return new Posture(
          ToolFigures.array(homeRad),
          stiffnessNmPerRad,
          dampingNmsPerRad,
          maxErrorRad,
          wanderRadPerS);
    }
  }

  ImpedanceConfig config(SetPointFigures setPoint, ReducedFigures reduced) {
    AxisGains push = new AxisGains(stiffnessNPerM, dampingNsPerM, 0, maxErrorMetres, 0);
    AxisGains turn = new AxisGains(stiffnessNmPerRad, dampingNmsPerRad, 0, maxErrorRad, 0);
    return new ImpedanceConfig(
        List.of(push, push, push, turn, turn, turn),
        setPoint.line(reduced.setPointMPerS()),
        setPoint.rotation(reduced.setPointRadPerS()),
        posture.config());
  }
}
