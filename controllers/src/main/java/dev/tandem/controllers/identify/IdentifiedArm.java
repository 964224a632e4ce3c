package dev.tandem.controllers.identify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a motion told of an arm.
 *
 * @param mass factor of the model's masses
 * @param inertia factor of the model's inertia about the centres of mass, beyond that
 * @param armature factor of the model's rotor inertia
 * @param damping one factor for all joints of the model's damping; its error grows by as much as
 *     the joints differ
 * @param joints friction of each
 * @param delay from a command to what is measured of its effect, in ticks of {@code periodSeconds}
 * @param drives as their torques show them; empty where torques were not measured
 * @param positionNoiseRad standard deviation of the measured positions
 * @param speedNoiseRadPerS standard deviation of the measured speeds
 * @param fit how well all this explains the torques
 */
public record IdentifiedArm(
    Figure mass,
    Figure inertia,
    Figure armature,
    Figure damping,
    List<JointFriction> joints,
    Delay delay,
    Optional<Drives> drives,
    double positionNoiseRad,
    double speedNoiseRadPerS,
    Fit fit) {
  public IdentifiedArm {
    joints = List.copyOf(joints);
  }

  /**
   * What brakes a joint.
   *
   * @param dampingNmsPerRad viscous
   * @param coulombNm against the motion, however slow
   */
  public record JointFriction(Figure dampingNmsPerRad, Figure coulombNm) {}

  /** A delay, and the least and the most that the data do not tell from it. */
  public record Delay(double leastSeconds, double seconds, double mostSeconds) {}

  /**
   * What the drives make of a command.
   *
   * @param gains factor of each drive's torque
   * @param lagSeconds time constant
   */
  public record Drives(List<Figure> gains, Figure lagSeconds) {
    public Drives {
      gains = List.copyOf(gains);
    }
  }

  /**
   * How well it all went, by joint; root mean squares of what the low-pass leaves.
   *
   * @param nominalNm torques that the model as it was leaves unexplained
   * @param identifiedNm torques that the model with what was found leaves unexplained
   * @param speedToNoise how many times faster than its noise the joint moved
   */
  public record Fit(double[] nominalNm, double[] identifiedNm, double[] speedToNoise) {
    private static final double CLEAR = 10;

    /** Whether every joint moved so clearly that noise biases its friction by 1 % at the most. */
    public boolean isClear() {
      return Arrays.stream(speedToNoise).allMatch(ratio -> ratio >= CLEAR);
    }
  }
}
