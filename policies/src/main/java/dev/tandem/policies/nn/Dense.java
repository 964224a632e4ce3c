package dev.tandem.policies.nn;

/** One fully connected layer of one row: output = input * weights + bias. Allocates nothing. */
public interface Dense {
  /** From [input] to [output]. */
  void forward(float[] input, float[] output);
}
