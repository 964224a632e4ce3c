package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;

/**
 * The weights of a layer with one output.
 *
 * @param place of the weights, counted from the network's start
 * @param gradient of the weights
 * @param input of the layer, [rows][inputs]
 * @param byValue gradient by the output, [rows]
 * @param rows of the batch
 */
record ValueBlock(ValueWeights place, ValueWeights gradient, Panels input, int byValue, int rows)
    implements Block {
  @Override
  public int offset() {
    return place.offset();
  }

  @Override
  public int size() {
    return place.size();
  }

  @Override
  public int weights() {
    return place.row().size();
  }

  @Override
  public void gradient(Kernels kernels) {
    for (int panel = 0; panel < input.panels(); panel++) {
      int out = gradient.offset() + panel * Panels.WIDTH;
      kernels.sumWeighted(byValue, input, panel, rows, out);
    }
    float[] slab = kernels.slab();
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += slab[byValue + row];
    }
    slab[gradient.bias()] = sum;
  }

  @Override
  public void refresh(Kernels kernels) {}
}
