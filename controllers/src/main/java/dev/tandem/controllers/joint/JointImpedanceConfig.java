package dev.tandem.controllers.joint;

/**
 * Settings of {@link JointImpedance}; the spring's torque never exceeds stiffness times maxError.
 *
 * @param stiffnessNmPerRad [joints]
 * @param dampingNmsPerRad [joints]
 * @param maxErrorRad the error is clipped to this
 * @param maxSpeedRadPerS how fast the set point travels
 */
public record JointImpedanceConfig(
    double[] stiffnessNmPerRad,
    double[] dampingNmsPerRad,
    double maxErrorRad,
    double maxSpeedRadPerS) {
  public JointImpedanceConfig {
    stiffnessNmPerRad = stiffnessNmPerRad.clone();
    dampingNmsPerRad = dampingNmsPerRad.clone();
    requireOneEach(stiffnessNmPerRad, dampingNmsPerRad);
    for (int i = 0; i < stiffnessNmPerRad.length; i++) {
      requireNotNegative(i, stiffnessNmPerRad[i], dampingNmsPerRad[i]);
    }
    if (!(maxErrorRad > 0) || !(maxSpeedRadPerS > 0)) {
      throw new IllegalArgumentException(
          "maxErrorRad and maxSpeedRadPerS must be > 0, got "
              + maxErrorRad
              + ", "
              + maxSpeedRadPerS);
    }
  }

  private static void requireOneEach(double[] stiffnessNmPerRad, double[] dampingNmsPerRad) {
    if (stiffnessNmPerRad.length != dampingNmsPerRad.length) {
      throw new IllegalArgumentException(
          "stiffness and damping must have one figure a joint, got "
              + stiffnessNmPerRad.length
              + " and "
              + dampingNmsPerRad.length);
    }
  }

  private static void requireNotNegative(
      int joint, double stiffnessNmPerRad, double dampingNmsPerRad) {
    if (!(stiffnessNmPerRad >= 0) || !(dampingNmsPerRad >= 0)) {
      throw new IllegalArgumentException(
          "stiffness and damping of joint "
              + joint
              + " must be >= 0, got "
              + stiffnessNmPerRad
              + ", "
              + dampingNmsPerRad);
    }
  }
}
