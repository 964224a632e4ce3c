package dev.tandem.policies.jvm;

import dev.tandem.policies.nn.Arithmetic;

/**
 * How the engine runs; what is learnt does not depend on it, not in a single bit, on machines with
 * equally wide vectors.
 *
 * @param threads that share the work, the calling one among them
 * @param arithmetic on vectors or plain arrays
 */
public record JvmConfig(int threads, Arithmetic arithmetic) {
  public JvmConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("learner: threads must be >= 1, got " + threads);
    }
  }

  /** On vectors where there are any. */
  public static JvmConfig of(int threads) {
    return new JvmConfig(threads, Arithmetic.fastest());
  }
}
