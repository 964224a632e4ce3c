package dev.tandem.policies.stream;

import dev.tandem.policies.nn.Softplus;
import dev.tandem.runtime.time.HotPath;

/**
 * Reads the 2 x actions outputs of an actor: first the means, in units in which the action box is
 * [-1, 1], then the standard deviations before their softplus.
 */
final class ActorOutputs {
  private ActorOutputs() {}

  @HotPath
  static double mean(float[] outputs, int action) {
    return outputs[action];
  }

  @HotPath
  static double standardDeviation(float[] outputs, int action) {
    return Softplus.of(outputs[outputs.length / 2 + action]);
  }

  /**
   * The gradient of log pi(taken) + weight * entropy by the outputs.
   *
   * @param taken action in units, [actions]
   * @param entropyWeight entropy coefficient times the sign of the TD error
   */
  @HotPath
  static void gradient(float[] outputs, double[] taken, double entropyWeight, float[] gradient) {
    int actions = outputs.length / 2;
    for (int i = 0; i < actions; i++) {
      double std = standardDeviation(outputs, i);
      double surprise = (taken[i] - outputs[i]) / std;
      double byStd = (surprise * surprise - 1 + entropyWeight) / std;
      gradient[i] = (float) (surprise / std);
      gradient[actions + i] = (float) (byStd * Softplus.slope(outputs[actions + i]));
    }
  }
}
