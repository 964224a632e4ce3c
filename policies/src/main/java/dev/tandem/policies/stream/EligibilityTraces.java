package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.HotPath;

/**
 * The traces of a network, and the step along them: overshooting-bounded gradient descent (arXiv
 * 2410.14606, ObGD). With M = alpha kappa max(|delta|, 1) |z|_1 the weights move by min(alpha,
 * alpha / M) delta z: together no further than min(|delta|, 1) / kappa, so that to first order no
 * transition moves what is predicted beyond its target while no single derivative is larger than
 * kappa.
 */
final class EligibilityTraces {
  final StreamNetwork network;
  final LayerTrace[] layers;
  private final double stepSize;
  private final double kappa;

  private EligibilityTraces(SlabPlan plan, StreamNetwork network, double stepSize, double kappa) {
    this.network = network;
    this.stepSize = stepSize;
    this.kappa = kappa;
    this.layers = new LayerTrace[network.layers.length];
    for (int k = 0; k < layers.length; k++) {
      layers[k] = LayerTrace.of(plan, network.layers[k]);
    }
  }

  /** With a network of their own, whose weights are zero. */
  static EligibilityTraces of(StreamShape shape, double stepSize, double kappa) {
    return SlabPlan.layOut(
        Arithmetic.fastest(),
        (plan, kernels) ->
            new EligibilityTraces(plan, new StreamNetwork(plan, kernels, shape), stepSize, kappa));
  }

  /** What the past did is no longer credited with what comes. */
  void clear() {
    for (LayerTrace layer : layers) {
      layer.values().clear(network.slab());
    }
  }

  /** z = decay z + gradient of the network's last forward pass. */
  @HotPath
  void accumulate(float[] outputGradient, float decay) {
    network.backward(outputGradient, decay, layers);
  }

  /**
   * Moves the weights by the TD error {@code delta}.
   *
   * @throws IllegalStateException when error or traces are not finite; the weights are as before
   */
  @HotPath
  void step(double delta) {
    double norm = norm();
    if (!Double.isFinite(delta) || !Double.isFinite(norm)) {
      throw diverged(delta, norm);
    }
    double overshoot = stepSize * kappa * Math.max(Math.abs(delta), 1) * norm;
    float scale = (float) (stepSize / Math.max(1, overshoot) * delta);
    network.add(scale, layers);
  }

  @HotPath
  private double norm() {
    double norm = 0;
    for (int k = 0; k < layers.length; k++) {
      norm += layers[k].norm(network.slab());
    }
    return norm;
  }

  private static IllegalStateException diverged(double delta, double norm) {
    return new IllegalStateException(
        "stream learner: expected finite numbers, found TD error %s and sum of traces %s; begin"
                .formatted(delta, norm)
            + " anew with a smaller learner.stream.entropy or learner.stream.lambda");
  }
}
