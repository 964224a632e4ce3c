package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.controllers.operational.OperationalSpaceConfig;
import java.util.List;

/**
 * How the tool follows its target where the arm's inertia is to make no difference.
 *
 * @param positionPerS2 acceleration per metre that is missing
 * @param rotationPerS2 angular acceleration per rad that is missing
 * @param postureNmPerRad torque per rad that a joint is away from where it started
 * @param dampingRatio of all three; 1 is critical
 * @param targetMinMetres corner of the box that holds the target
 * @param targetMaxMetres the opposite one
 */
public record OperationalSpaceFigures(
    double positionPerS2,
    double rotationPerS2,
    double postureNmPerRad,
    double dampingRatio,
    List<Double> targetMinMetres,
    List<Double> targetMaxMetres) {
  public OperationalSpaceFigures {
    String fast = "its square root times the loop's 1 ms is to stay below a tenth, else it rings";
    within("position_per_s2", positionPerS2, 0.1, 10_000, fast);
    within("rotation_per_s2", rotationPerS2, 0.1, 10_000, fast);
    within("posture_nm_per_rad", postureNmPerRad, 0, 100, "it is to be felt by no tool");
    within("damping_ratio", dampingRatio, 0.1, 5, "1 is critical; less than a tenth rings");
    Check.box(
        "operational_space.target_min_metres",
        targetMinMetres,
        "operational_space.target_max_metres",
        targetMaxMetres);
  }

  private static void within(String key, double value, double least, double most, String why) {
    Bound.within("operational_space." + key, value, least, most, why);
  }

  OperationalSpaceConfig config() {
    return new OperationalSpaceConfig(
        positionPerS2,
        rotationPerS2,
        postureNmPerRad,
        dampingRatio,
        ToolFigures.array(targetMinMetres),
        ToolFigures.array(targetMaxMetres));
  }
}
