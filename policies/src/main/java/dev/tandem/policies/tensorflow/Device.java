package dev.tandem.policies.tensorflow;

/** Where a learner computes. */
public enum Device {
  /** A GPU when TensorFlow sees one, else the CPU. */
  AUTO,
  CPU,
  /** A GPU, or an error that says what is missing. */
  GPU
}
