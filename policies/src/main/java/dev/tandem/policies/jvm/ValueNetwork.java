package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Dot;
import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Product;

/**
 * Q(s, a) of one critic over one input.
 *
 * @param hidden layers
 * @param value the last layer
 * @param outward from the gradient by q to that by the last hidden output
 */
record ValueNetwork(Mlp hidden, Dot value, Product outward) implements CriticPass {
  @Override
  public void forward(Kernels kernels, int from, int to) {
    hidden.forward(kernels, from, to);
    kernels.dot(value, from, to);
  }

  @Override
  public void backward(Kernels kernels, int from, int to) {
    outward.run(kernels, from, to);
    hidden.backward(kernels, from, to);
  }
}
