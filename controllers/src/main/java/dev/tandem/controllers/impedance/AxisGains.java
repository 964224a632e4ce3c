package dev.tandem.controllers.impedance;

/**
 * The spring along or about one axis of the base frame. The spring's force never exceeds {@code
 * stiffness * maxError + maxIntegralForce}.
 *
 * @param stiffness N/m or Nm/rad
 * @param damping Ns/m or Nms/rad
 * @param integral N/(m s) or Nm/(rad s); 0 for none
 * @param maxError the error is clipped to this, m or rad
 * @param maxIntegralForce what the integral may add, N or Nm
 */
public record AxisGains(
    double stiffness, double damping, double integral, double maxError, double maxIntegralForce) {
  public AxisGains {
    if (!(stiffness > 0) || !(damping >= 0) || !(maxError > 0)) {
      throw new IllegalArgumentException(
          "stiffness and maxError must be > 0 and damping >= 0, got "
              + stiffness
              + ", "
              + maxError
              + " and "
              + damping);
    }
    if (!(integral >= 0) || !(maxIntegralForce >= 0)) {
      throw new IllegalArgumentException(
          "integral and maxIntegralForce must be >= 0, got " + integral + ", " + maxIntegralForce);
    }
  }

  /** SERL's for a Panda-class arm: at most 20 N. */
  public static AxisGains serlTranslation() {
    return new AxisGains(2_000, 89, 0, 0.01, 0);
  }

  /** SERL's for a Panda-class arm: at most 7.5 Nm. */
  public static AxisGains serlRotation() {
    return new AxisGains(150, 7, 0, 0.05, 0);
  }
}
