package dev.tandem.policies.tensorflow;

/**
 * How TensorFlow runs; what is learnt does not depend on it beyond rounding.
 *
 * @param device to compute on
 * @param xla true: the update is compiled by XLA, which takes seconds once
 * @param threads that share the work; on a busy machine one does it with the least waste
 */
public record EngineConfig(Device device, boolean xla, int threads) {
  public EngineConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("learner: threads must be >= 1, got " + threads);
    }
  }

  /** Parts that the critics are cut into, one a thread; XLA and GPUs spread single operations. */
  int parts() {
    return xla || device == Device.GPU ? 1 : threads;
  }

  public static EngineConfig defaults() {
    return new EngineConfig(Device.AUTO, false, 2);
  }
}
