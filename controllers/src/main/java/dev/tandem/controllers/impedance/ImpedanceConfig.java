package dev.tandem.controllers.impedance;

import java.util.List;

/**
 * Settings of {@link CartesianImpedance}.
 *
 * @param axes x, y, z, then about x, y, z of the base frame
 * @param line how the set point travels to where an action wants it, in m
 * @param rotation how it turns, in rad
 * @param posture what the joints do with the freedom that the tool leaves them
 */
public record ImpedanceConfig(List<AxisGains> axes, Travel line, Travel rotation, Posture posture) {
  public ImpedanceConfig {
    axes = List.copyOf(axes);
    if (axes.size() != 6) {
      throw new IllegalArgumentException("axes must be 6, got " + axes.size());
    }
  }

  /** SERL's gains, and an FR3's accelerations and jerks (libfranka). */
  public static ImpedanceConfig serl(double[] homeRad) {
    AxisGains push = AxisGains.serlTranslation();
    AxisGains turn = AxisGains.serlRotation();
    return new ImpedanceConfig(
        List.of(push, push, push, turn, turn, turn),
        new Travel(0.25, 0.15, 9, 4500),
        new Travel(1, 0.5, 17, 8500),
        Posture.gentle(homeRad));
  }
}
