package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;

/** A network over one input, there and back. */
interface CriticPass {
  /** Rows {@code from .. to - 1}. */
  void forward(Kernels kernels, int from, int to);

  /** From the gradient by the output to that by the first sum, rows {@code from .. to - 1}. */
  void backward(Kernels kernels, int from, int to);
}
