package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.jvm.kernel.Trace;
import dev.tandem.runtime.time.HotPath;

/**
 * The eligibility trace of one layer: z = decay * z + gradient, in the layer's own shape.
 *
 * @param trace z, one value a weight
 */
record LayerTrace(Trace trace) {
  static LayerTrace of(SlabPlan plan, DenseLayer layer) {
    RowWeights weights = layer.weights();
    RowWeights values = plan.rows(weights.inputs(), weights.outputs());
    int norms = plan.take(values.step());
    return new LayerTrace(new Trace(layer.input().offset(), layer.bySum().offset(), values, norms));
  }

  RowWeights values() {
    return trace.values();
  }

  /** Adds the gradient of the layer's last passes, and sums up |z| on the way. */
  @HotPath
  void accumulate(Kernels kernels, float decay) {
    kernels.trace(trace, decay);
  }

  /** The sum of |z| as {@link #accumulate} left it. */
  @HotPath
  double norm(float[] slab) {
    double sum = 0;
    for (int column = 0; column < values().outputs(); column++) {
      sum += slab[trace.norms() + column];
    }
    return sum;
  }

  /** Adds {@code scale * z} to the weights. */
  @HotPath
  void addTo(Kernels kernels, RowWeights weights, float scale) {
    kernels.add(scale, values().offset(), weights.offset(), weights.size());
  }
}
