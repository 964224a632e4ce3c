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
  /** On a chest, quasi-static, ISO/TS 15066:2016, table A.2. */
  private static final double MOST_N = 140;

  private static final double MOST_NM = 30;

  /** Of a hand with a tool. */
  private static final double TURNED_KG_M2 = 0.1;

  public ImpedanceFigures {
    String stiff =
        "a KUKA LBR iiwa's largest is the most; the loop's 1 kHz holds no stiffer spring";
    within("stiffness_n_per_m", stiffnessNPerM, 1, 5000, stiff);
    within("stiffness_nm_per_rad", stiffnessNmPerRad, 0.05, 300, stiff);
    String damped = "less lets the spring ring, more is unstable at 1 kHz; both follow from it";
    double critical = 2 * Math.sqrt(stiffnessNPerM);
    within("damping_ns_per_m", dampingNsPerM, 0.1 * critical, 4 * critical, damped);
    double turning = 2 * Math.sqrt(stiffnessNmPerRad * TURNED_KG_M2);
    within("damping_nms_per_rad", dampingNmsPerRad, 0.1 * turning, 4 * turning, damped);
    String press = "stiffness times it is what the tool presses with: ";
    within(
        "max_error_metres",
        maxErrorMetres,
        1e-4,
        Math.min(0.1, MOST_N / stiffnessNPerM),
        press + "140 N is ISO/TS 15066's most on a chest, and 0.1 m is no error but a fault");
    within(
        "max_error_rad",
        maxErrorRad,
        1e-3,
        Math.min(0.5, MOST_NM / stiffnessNmPerRad),
        press
            + "30 Nm is more than a wrist of a small arm has, and 0.5 rad is no error but a fault");
  }

  private static void within(String key, double value, double least, double most, String why) {
    Bound.within("impedance." + key, value, least, most, why);
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
      String gentle = "the posture's pull is to be felt by no tool, and to ring in no joint";
      within("posture.stiffness_nm_per_rad", stiffnessNmPerRad, 0, 100, gentle);
      within("posture.damping_nms_per_rad", dampingNmsPerRad, 0, 20, gentle);
      within("posture.max_error_rad", maxErrorRad, 1e-3, Math.PI, gentle);
      within("posture.wander_rad_per_s", wanderRadPerS, 1e-3, 2, gentle);
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
