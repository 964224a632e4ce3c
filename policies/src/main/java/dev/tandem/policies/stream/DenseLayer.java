package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.runtime.time.HotPath;

/**
 * One fully connected layer for one row: sum = input * weights + bias.
 *
 * @param input [1][inputs]
 * @param sum [1][outputs]
 * @param bySum gradient by the sum, [1][outputs]
 */
record DenseLayer(RowWeights weights, Panels input, Panels sum, Panels bySum) {
  static DenseLayer over(SlabPlan plan, Panels input, int outputs) {
    return new DenseLayer(
        plan.rows(input.columns(), outputs),
        input,
        plan.panels(1, outputs),
        plan.panels(1, outputs));
  }

  @HotPath
  void forward(Kernels kernels) {
    kernels.multiplyRow(input.offset(), weights, sum.offset());
  }

  /** From the gradient by the sum to that by the input. */
  @HotPath
  void backward(Kernels kernels, Panels byInput) {
    kernels.multiplyRowBack(weights, bySum.offset(), byInput.offset());
  }
}
