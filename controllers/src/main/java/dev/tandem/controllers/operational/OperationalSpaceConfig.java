package dev.tandem.controllers.operational;

/**
 * Settings of {@link OperationalSpace}.
 *
 * @param positionPerS2 acceleration of the tool per metre that is missing
 * @param rotationPerS2 angular acceleration of the tool per rad that is missing
 * @param postureNmPerRad torque per rad that a joint is away from where it was at the reset
 * @param dampingRatio of all three; 1 is critical
 * @param targetMinMetres corner of the box that holds the target, base frame, [3]
 * @param targetMaxMetres the opposite one
 */
public record OperationalSpaceConfig(
    double positionPerS2,
    double rotationPerS2,
    double postureNmPerRad,
    double dampingRatio,
    double[] targetMinMetres,
    double[] targetMaxMetres) {
  public OperationalSpaceConfig {
    targetMinMetres = targetMinMetres.clone();
    targetMaxMetres = targetMaxMetres.clone();
    if (!(positionPerS2 > 0) || !(rotationPerS2 > 0) || !(postureNmPerRad >= 0)) {
      throw new IllegalArgumentException(
          "positionPerS2 and rotationPerS2 must be > 0, postureNmPerRad >= 0, got "
              + positionPerS2
              + ", "
              + rotationPerS2
              + " and "
              + postureNmPerRad);
    }
    if (!(dampingRatio >= 0)) {
      throw new IllegalArgumentException("dampingRatio must be >= 0, got " + dampingRatio);
    }
    if (targetMinMetres.length != 3 || targetMaxMetres.length != 3) {
      throw new IllegalArgumentException(
          "a box has 3 axes, got " + targetMinMetres.length + " and " + targetMaxMetres.length);
    }
    for (int axis = 0; axis < 3; axis++) {
      if (!(targetMinMetres[axis] < targetMaxMetres[axis])) {
        throw new IllegalArgumentException(
            "target box, axis "
                + axis
                + ": "
                + targetMinMetres[axis]
                + " must be < "
                + targetMaxMetres[axis]);
      }
    }
  }

  /** SERL's franka_sim. */
  public static OperationalSpaceConfig serl() {
    return new OperationalSpaceConfig(
        200, 200, 0.5, 1, new double[] {0.2, -0.3, 0}, new double[] {0.6, 0.3, 0.5});
  }
}
