package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;

/**
 * The actor over the observations of one input, and the actions that it draws right of them.
 *
 * @param network over the observations
 * @param input observations, then room for actions
 * @param column of the first action
 */
record ActorPass(GaussianActor actor, Mlp network, Panels input, int column) {
  /** a ~ pi(s), and log pi(a | s), of rows {@code from .. to - 1}. */
  void draw(Kernels kernels, int from, int to) {
    network.forward(kernels, from, to);
    actor.draw(kernels, from, to);
    actor.act(kernels.slab(), input, column, from, to);
  }

  /**
   * From the gradients by action and log probability back to the weights' inputs.
   *
   * @param byLogProbability gradient by each row's log probability
   */
  void backward(Kernels kernels, float byLogProbability, int from, int to) {
    actor.backward(kernels.slab(), byLogProbability, from, to);
    network.backward(kernels, from, to);
  }
}
