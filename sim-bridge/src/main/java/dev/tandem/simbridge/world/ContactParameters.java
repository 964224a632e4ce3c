package dev.tandem.simbridge.world;

/**
 * How soft contacts are.
 *
 * @param stiffnessNPerM of one sphere
 * @param dampingNsPerM along the normal, while touching
 * @param friction Coulomb coefficient
 * @param slipSpeedMPerS below this speed friction grows linearly with the slip
 */
public record ContactParameters(
    double stiffnessNPerM, double dampingNsPerM, double friction, double slipSpeedMPerS) {
  public ContactParameters {
    if (!(stiffnessNPerM > 0)
        || !(dampingNsPerM >= 0)
        || !(friction >= 0)
        || !(slipSpeedMPerS > 0)) {
      throw new IllegalArgumentException(
          "contact parameters must be positive, got "
              + stiffnessNPerM
              + ", "
              + dampingNsPerM
              + ", "
              + friction
              + ", "
              + slipSpeedMPerS);
    }
  }

  /** Metal on metal, as far as a step of half a millisecond bears it. */
  public static ContactParameters stiff() {
    return new ContactParameters(40_000, 150, 0.25, 0.005);
  }
}
