package dev.tandem.controllers.impedance;

import java.util.List;

/**
 * Settings of {@link CartesianImpedance}.
 *
 * @param axes x, y, z, then about x, y, z of the base frame
 * @param maxSpeedMPerS how fast the set point travels to where an action wants it
 * @param maxSpeedRadPerS how fast it turns
 * @param posture what the joints do with the freedom that the tool leaves them
 */
public record ImpedanceConfig(
    List<AxisGains> axes, double maxSpeedMPerS, double maxSpeedRadPerS, Posture posture) {
  public ImpedanceConfig {
    axes = List.copyOf(axes);
    if (axes.size() != 6) {
      throw new IllegalArgumentException("axes must be 6, got " + axes.size());
    }
    if (!(maxSpeedMPerS > 0) || !(maxSpeedRadPerS > 0)) {
      throw new IllegalArgumentException(
          "set point speeds must be > 0, got " + maxSpeedMPerS + ", " + maxSpeedRadPerS);
    }
  }

  /** SERL's gains, and the 250 mm/s that are allowed with a person near. */
  public static ImpedanceConfig serl(double[] homeRad) {
    AxisGains push = AxisGains.serlTranslation();
    AxisGains turn = AxisGains.serlRotation();
    return new ImpedanceConfig(
        List.of(push, push, push, turn, turn, turn), 0.25, 1.0, Posture.gentle(homeRad));
  }
}
