package dev.tandem.app.settings;

import dev.tandem.simbridge.locomotion.Gait;
import dev.tandem.simbridge.world.BodyWorld.Observed;
import java.util.List;

/**
 * The task {@code locomotion}, by the conventions of Gymnasium's MuJoCo environments, version 4;
 * without a file that says otherwise, their hopper's figures but for its health, which names its
 * joints.
 *
 * @param model MJCF file of a body on the ground
 * @param seal SHA-256 of that file with all that it takes in, in hexadecimal digits, as a run began
 *     with it: another model is refused; empty for whatever the file says
 * @param frameSkip physics steps from one decision to the next
 * @param hiddenPositions so many of the first positions the policy does not see: 1 for a body in a
 *     plane, 2 for a free one
 * @param mostSpeed speeds are seen cut to this
 * @param forwardByMass whether forward is where the middle of mass is, not the first joint
 * @param observed what the policy sees beside positions and speeds: {@code inertia}, {@code
 *     body-speed}, {@code drive-force}, {@code contact-force}
 * @param forwardReward for each m/s along x
 * @param controlCost times the square of the action is taken off
 * @param healthyReward for each decision in health
 * @param healthy ranges of positions that all must hold
 * @param healthyMostState what each of position and speed but the first two must be less than,
 *     whatever its sign
 * @param terminateWhenUnhealthy whether an episode ends when it is not healthy
 * @param resetNoise by how much positions and speeds differ at the start
 * @param resetSpeedsNormal whether speeds at the start are normal with that deviation, not uniform
 * @param horizonSteps decisions after which an episode is truncated
 * @param discount per decision
 */
public record LocomotionSettings(
    String model,
    String seal,
    int frameSkip,
    int hiddenPositions,
    double mostSpeed,
    boolean forwardByMass,
    List<Observed> observed,
    double forwardReward,
    double controlCost,
    double healthyReward,
    List<HealthyRange> healthy,
    double healthyMostState,
    boolean terminateWhenUnhealthy,
    double resetNoise,
    boolean resetSpeedsNormal,
    int horizonSteps,
    double discount) {
  public LocomotionSettings {
    observed = List.copyOf(observed);
    healthy = List.copyOf(healthy);
    Check.within("locomotion.frame_skip", frameSkip, 1, 1000);
    Check.within("locomotion.hidden_positions", hiddenPositions, 0, 1000);
    Check.aboveOrInfinite("locomotion.most_speed", mostSpeed, 0);
    Check.that(
        observed.stream().distinct().count() == observed.size(),
        "locomotion.observed",
        "each once",
        observed);
    Check.number("locomotion.forward_reward", forwardReward);
    Check.atLeast("locomotion.control_cost", controlCost, 0);
    Check.atLeast("locomotion.healthy_reward", healthyReward, 0);
    Check.aboveOrInfinite("locomotion.healthy_most_state", healthyMostState, 0);
    Check.atLeast("locomotion.reset_noise", resetNoise, 0);
    Check.atMost("locomotion.reset_noise", resetNoise, 1);
    Check.within("locomotion.horizon_steps", horizonSteps, 1, 1_000_000);
    Check.above("locomotion.discount", discount, 0);
    Check.below("locomotion.discount", discount, 1);
  }

  public static LocomotionSettings defaults() {
    return new LocomotionSettings(
        "", "", 4, 1, 10, false, List.of(), 1, 1e-3, 1, List.of(), 100, true, 5e-3, false, 1000,
        0.99);
  }

  /** The same of a model that is not changed any more. */
  public LocomotionSettings sealed(String sha256) {
    return new LocomotionSettings(
        model,
        sha256,
        frameSkip,
        hiddenPositions,
        mostSpeed,
        forwardByMass,
        observed,
        forwardReward,
        controlCost,
        healthyReward,
        healthy,
        healthyMostState,
        terminateWhenUnhealthy,
        resetNoise,
        resetSpeedsNormal,
        horizonSteps,
        discount);
  }

  /** The same for the task. */
  public Gait gait() {
    return new Gait(
        frameSkip,
        hiddenPositions,
        mostSpeed,
        new Gait.Pay(forwardReward, controlCost, healthyReward),
        new Gait.Health(
            healthy.stream().map(HealthyRange::range).toList(),
            healthyMostState,
            terminateWhenUnhealthy),
        new Gait.Start(resetNoise, resetSpeedsNormal),
        horizonSteps,
        discount);
  }

  /**
   * One position in health.
   *
   * @param joint its name
   * @param axis which of the joint's positions: 0 of a hinge or slide, 2 for a free body's height
   * @param min it must be above
   * @param max it must be below
   */
  public record HealthyRange(String joint, int axis, double min, double max) {
    public HealthyRange {
      Check.that(!joint.isBlank(), "joint", "the name of a joint", "none");
      Check.within("axis", axis, 0, 6);
      Check.that(min < max, "min", "less than max, which is " + max, min);
    }

    public static HealthyRange defaults() {
      return new HealthyRange("root", 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    Gait.Range range() {
      return new Gait.Range(joint, axis, min, max);
    }
  }
}
