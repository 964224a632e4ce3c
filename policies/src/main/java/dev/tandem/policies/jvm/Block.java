package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Tiling;

/**
 * Weights that one thread improves by itself: they are one stretch of memory, and their gradient is
 * a sum over the batch that nobody else has a part in.
 */
interface Block {
  /** Of the first weight, counted from the network's start. */
  int offset();

  /** Weights and all that is not multiplied by inputs, padding included. */
  int size();

  /** Those of them that inputs are multiplied by, padding included; they come first. */
  int weights();

  /** Computes the gradient from what the backward pass has left. */
  void gradient(Kernels kernels);

  /**
   * Adds up the gradient's squares to at most {@link Tiling#WIDTH} sums, which are the same in
   * panels of any width, at {@code out} and after it.
   */
  void squares(Kernels kernels, int out);

  /** Brings up to date what is made from the weights. */
  void refresh(Kernels kernels);
}
