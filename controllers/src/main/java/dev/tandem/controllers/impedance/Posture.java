package dev.tandem.controllers.impedance;

/**
 * Where the joints are drawn to as far as the tool does not feel it.
 *
 * @param homeRad [joints]
 * @param stiffnessNmPerRad of every joint
 * @param dampingNmsPerRad of every joint
 * @param maxErrorRad the error is clipped to this
 * @param maxSpeedRadPerS how fast the pull wanders from the posture at the reset to home
 */
public record Posture(
    double[] homeRad,
    double stiffnessNmPerRad,
    double dampingNmsPerRad,
    double maxErrorRad,
    double maxSpeedRadPerS) {
  public Posture {
    homeRad = homeRad.clone();
    if (!(stiffnessNmPerRad >= 0) || !(dampingNmsPerRad >= 0)) {
      throw new IllegalArgumentException(
          "posture stiffness and damping must be >= 0, got "
              + stiffnessNmPerRad
              + ", "
              + dampingNmsPerRad);
    }
    if (!(maxErrorRad > 0) || !(maxSpeedRadPerS > 0)) {
      throw new IllegalArgumentException(
          "posture maxErrorRad and maxSpeedRadPerS must be > 0, got "
              + maxErrorRad
              + ", "
              + maxSpeedRadPerS);
    }
  }

  /** A gentle pull, at most 5 Nm a joint. */
  public static Posture gentle(double[] homeRad) {
    return new Posture(homeRad, 10, 1, 0.5, 0.5);
  }
}
