package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;

/**
 * Divides rewards by the standard deviation of the discounted sum of past ones, u = discount * u +
 * reward, which starts anew with every episode (arXiv 2410.14606, ScaleReward). The mean stays, as
 * taking it away would change the task.
 */
final class RewardScale {
  final RunningMoments moments = new RunningMoments(1);
  private final double discount;
  double discountedSum;

  RewardScale(double discount) {
    this.discount = discount;
  }

  void startEpisode() {
    discountedSum = 0;
  }

  @HotPath
  double scale(double reward) {
    discountedSum = discount * discountedSum + reward;
    moments.update(discountedSum);
    return reward / moments.standardDeviation(0);
  }
}
