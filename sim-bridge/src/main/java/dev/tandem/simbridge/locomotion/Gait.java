package dev.tandem.simbridge.locomotion;

import java.util.List;

/**
 * In what the tasks of Gymnasium's MuJoCo environments differ, version 4; their names for it in
 * brackets.
 *
 * @param frameSkip physics steps from one decision to the next (frame_skip)
 * @param hiddenPositions so many of the first positions nobody sees
 *     (exclude_current_positions_from_observation)
 * @param mostSpeed speeds are seen cut to this; infinite for Gymnasium's others than hopper and
 *     walker
 * @param pay what it is paid for
 * @param health what it must keep
 * @param start how it begins
 * @param horizonSteps decisions after which an episode is truncated
 * @param discount per decision
 */
public record Gait(
    int frameSkip,
    int hiddenPositions,
    double mostSpeed,
    Pay pay,
    Health health,
    Start start,
    int horizonSteps,
    double discount) {
  /**
   * Per decision.
   *
   * @param forward for each m/s along x (forward_reward_weight)
   * @param control times the square of the action is what it costs (ctrl_cost_weight)
   * @param healthy while it is healthy (healthy_reward); always, when an episode ends without
   */
  public record Pay(double forward, double control, double healthy) {}

  /**
   * When it is healthy.
   *
   * @param ranges all of them hold (healthy_z_range, healthy_angle_range)
   * @param mostState what each of position and speed but the first two is less than, whatever its
   *     sign (healthy_state_range); infinite for others than the hopper
   * @param terminates whether an episode ends when it is not (terminate_when_unhealthy)
   */
  public record Health(List<Range> ranges, double mostState, boolean terminates) {
    public Health {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * Of one position.
   *
   * @param joint its name
   * @param axis which of the joint's positions: 0 of a hinge or slide, 2 for the height of a free
   *     body
   */
  public record Range(String joint, int axis, double min, double max) {
    public Range {
      if (!(min < max)) {
        throw new IllegalArgumentException(
            "healthy range of %s: expected a min below its max, found %s to %s"
                .formatted(joint, min, max));
      }
    }
  }

  /**
   * Noise on positions and speeds at the start (reset_noise_scale).
   *
   * @param scale positions are uniform within so much of the model's, speeds as well or normal with
   *     this deviation
   * @param normalSpeeds which of the two
   */
  public record Start(double scale, boolean normalSpeeds) {}

  public Gait {
    if (frameSkip < 1 || hiddenPositions < 0 || horizonSteps < 1 || !(mostSpeed > 0)) {
      throw new IllegalArgumentException(
          ("gait: expected a frame skip and a horizon of at least 1, at least 0 hidden positions and"
                  + " a most speed above 0, found %d, %d, %d and %s")
              .formatted(frameSkip, horizonSteps, hiddenPositions, mostSpeed));
    }
  }
}
