package dev.tandem.simbridge.tactile;

/**
 * How a pad's skin answers what presses into it, per area and so whatever the grid: a pressure of
 * {@code stiffness depth (1 + damping rate)} along the surface's normal, never less than 0, and
 * against slip a shear of {@code min(shear speed, friction pressure)}. After the force field of
 * TacSL (arXiv 2408.06506).
 *
 * @param stiffnessNPerM3 pressure for each metre of depth
 * @param dampingSPerM by how much a metre a second of pressing in stiffens it
 * @param shearNsPerM3 shear for each metre a second of slip
 * @param friction Coulomb coefficient
 */
public record Gel(
    double stiffnessNPerM3, double dampingSPerM, double shearNsPerM3, double friction) {
  public Gel {
    if (!(stiffnessNPerM3 > 0) || !Double.isFinite(stiffnessNPerM3)) {
      throw new IllegalArgumentException(
          "stiffness_n_per_m3: expected a finite number above 0, found " + stiffnessNPerM3);
    }
    atLeastZero("damping_s_per_m", dampingSPerM);
    atLeastZero("shear_ns_per_m3", shearNsPerM3);
    atLeastZero("friction", friction);
  }

  private static void atLeastZero(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          name + ": expected a finite number of at least 0, found " + value);
    }
  }
}
