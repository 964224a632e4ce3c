package dev.tandem.policies.nn;

/** One fully connected layer of one row: output = input * weights + bias. Allocates nothing. */
interface Dense {
  void forward(float[] input, float[] output);
}
