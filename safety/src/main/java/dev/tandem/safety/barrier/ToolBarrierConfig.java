package dev.tandem.safety.barrier;

/**
 * What the tool point may do.
 *
 * @param maxSpeedMPerS the most, person or none
 * @param speedMarginMPerS kept from the speed limit, at most 40 % of it
 * @param decelerationMPerS2 that the arm can be relied on for
 * @param minMetres corner of the box that holds the tool point, base frame, [3]; may be infinite
 * @param maxMetres the opposite corner
 * @param leastSingularValue of the tool's Jacobian (m and rad), below which it only comes back
 * @param singularSeconds in which the way to that value would be used up at the fastest
 */
public record ToolBarrierConfig(
    double maxSpeedMPerS,
    double speedMarginMPerS,
    double decelerationMPerS2,
    double[] minMetres,
    double[] maxMetres,
    double leastSingularValue,
    double singularSeconds) {
  public ToolBarrierConfig {
    minMetres = minMetres.clone();
    maxMetres = maxMetres.clone();
    if (!(maxSpeedMPerS > 0) || !(speedMarginMPerS >= 0) || !(decelerationMPerS2 > 0)) {
      throw new IllegalArgumentException(
          "maxSpeedMPerS and decelerationMPerS2 must be > 0, speedMarginMPerS >= 0, got "
              + maxSpeedMPerS
              + ", "
              + decelerationMPerS2
              + " and "
              + speedMarginMPerS);
    }
    if (minMetres.length != 3 || maxMetres.length != 3) {
      throw new IllegalArgumentException(
          "a box has 3 axes, got " + minMetres.length + " and " + maxMetres.length);
    }
    for (int axis = 0; axis < 3; axis++) {
      if (!(minMetres[axis] < maxMetres[axis])) {
        throw new IllegalArgumentException(
            "tool box, axis " + axis + ": " + minMetres[axis] + " must be < " + maxMetres[axis]);
      }
    }
    if (!(leastSingularValue >= 0) || !(singularSeconds > 0)) {
      throw new IllegalArgumentException(
          "leastSingularValue must be >= 0 and singularSeconds > 0, got "
              + leastSingularValue
              + " and "
              + singularSeconds);
    }
  }

  /** FR3: 3.0 m/s (libfranka), anywhere. */
  public static ToolBarrierConfig fr3() {
    double far = Double.POSITIVE_INFINITY;
    return new ToolBarrierConfig(
        3, 0.1, 4, new double[] {-far, -far, -far}, new double[] {far, far, far}, 0.02, 0.2);
  }

  /** The same with the tool point held in a box. */
  public ToolBarrierConfig within(double[] boxMinMetres, double[] boxMaxMetres) {
    return new ToolBarrierConfig(
        maxSpeedMPerS,
        speedMarginMPerS,
        decelerationMPerS2,
        boxMinMetres,
        boxMaxMetres,
        leastSingularValue,
        singularSeconds);
  }
}
