package dev.tandem.app.settings;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.tactile.Gel;
import dev.tandem.simbridge.tactile.TouchConfig;
import java.util.Locale;

/**
 * What a finger's pad feels or shows; what a list leaves out is as in {@link #defaults}.
 *
 * @param pad of the simulated world: {@code left_pad} or {@code right_pad}
 * @param shows {@code forces}, a grid of them, or {@code picture}, of the skin as a camera inside
 *     the finger sees it
 * @param width of the grid or picture, across the finger
 * @param height of the grid or picture, from palm to tip
 * @param rateHz images a second of the loop's time
 * @param delaySeconds from the moment that an image shows until it is there
 * @param stiffnessNPerM3 of the pad's skin: pressure for each metre of depth; a picture hangs on
 *     nothing of it
 * @param dampingSPerM by how much a metre a second of pressing in stiffens it
 * @param shearNsPerM3 shear for each metre a second of slip
 * @param friction Coulomb coefficient
 * @param policyGets what the policy is told of it beside its other features: {@code nothing}, or
 *     {@code sums} of the forces
 */
public record TouchSettings(
    String pad,
    Shows shows,
    int width,
    int height,
    double rateHz,
    double delaySeconds,
    double stiffnessNPerM3,
    double dampingSPerM,
    double shearNsPerM3,
    double friction,
    PolicyGets policyGets) {
  private static final int MOST_TAXELS = 1024;

  /** What is made of a pad. */
  public enum Shows {
    FORCES,
    PICTURE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a policy is told of a pad. */
  public enum PolicyGets {
    NOTHING,
    SUMS
  }

  public TouchSettings {
    Check.that(pad.matches("[A-Za-z0-9_]+"), "pad", "a name in letters and digits", pad);
    Check.within("width", width, 1, MOST_TAXELS);
    Check.within("height", height, 1, MOST_TAXELS);
    CameraSettings.requireTimes(rateHz, delaySeconds);
    Check.above("stiffness_n_per_m3", stiffnessNPerM3, 0);
    Check.atLeast("damping_s_per_m", dampingSPerM, 0);
    Check.atLeast("shear_ns_per_m3", shearNsPerM3, 0);
    Check.atLeast("friction", friction, 0);
    boolean forces = shows == Shows.FORCES || policyGets == PolicyGets.NOTHING;
    Check.that(forces, "policy_gets", "nothing of a picture", policyGets);
  }

  /**
   * TacSL's grid on the left finger, about as stiff as the contacts of our gripper: docs/touch.md.
   */
  public static TouchSettings defaults() {
    return new TouchSettings(
        "left_pad", Shows.FORCES, 20, 25, 50, 0, 1e7, 1, 1e6, 2, PolicyGets.NOTHING);
  }

  /** Under which its images are in observation and journal: {@code left_pad_forces}. */
  public String image() {
    return pad + "_" + shows.word();
  }

  /** The same for a simulator. */
  public TouchConfig config() {
    ImageSpec shape =
        shows == Shows.FORCES
            ? TouchConfig.forces(image(), width, height)
            : TouchConfig.picture(image(), width, height);
    CameraConfig times = CameraSettings.times(shape, rateHz, delaySeconds);
    Gel gel = new Gel(stiffnessNPerM3, dampingSPerM, shearNsPerM3, friction);
    return new TouchConfig(pad, gel, times);
  }
}
