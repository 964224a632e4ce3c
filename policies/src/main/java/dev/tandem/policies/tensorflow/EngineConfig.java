package dev.tandem.policies.tensorflow;

/**
 * How TensorFlow runs; what is learnt does not depend on it beyond rounding.
 *
 * @param device to compute on
 * @param xla true: the update is compiled by XLA, which takes seconds once
 * @param threads that one operation may use
 */
public record EngineConfig(Device device, boolean xla, int threads) {
  public EngineConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("learner: threads must be >= 1, got " + threads);
    }
  }

  public static EngineConfig defaults() {
    return new EngineConfig(Device.AUTO, false, 2);
  }
}
