package dev.tandem.controllers.gripper;

/**
 * Settings of {@link GripperController}.
 *
 * @param openMetres width between the fingers when open
 * @param closedMetres width to close to; below the thinnest part, so that there is a grip
 * @param stiffnessNPerM of the fingers
 * @param dampingNsPerM of the fingers
 * @param maxForceN bounds the grip
 * @param threshold the action opens at or above it, closes at or below its negative
 */
public record GripperConfig(
    double openMetres,
    double closedMetres,
    double stiffnessNPerM,
    double dampingNsPerM,
    double maxForceN,
    double threshold) {
  public GripperConfig {
    if (!(closedMetres >= 0) || !(openMetres > closedMetres)) {
      throw new IllegalArgumentException(
          "0 <= closedMetres < openMetres is needed, got " + closedMetres + ", " + openMetres);
    }
    if (!(stiffnessNPerM > 0) || !(dampingNsPerM >= 0) || !(maxForceN > 0)) {
      throw new IllegalArgumentException(
          "stiffness and maxForceN must be > 0 and damping >= 0, got "
              + stiffnessNPerM
              + ", "
              + maxForceN
              + " and "
              + dampingNsPerM);
    }
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("threshold must be > 0, got " + threshold);
    }
  }

  /** A parallel gripper of 80 mm that holds with 20 N; actions in [-1, 1] switch at a half. */
  public static GripperConfig parallel() {
    return new GripperConfig(0.08, 0, 1_000, 20, 20, 0.5);
  }
}
