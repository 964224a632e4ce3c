package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Tiling;
import java.util.Arrays;

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
      int out = gradient.offset() + panel * Tiling.WIDTH;
      kernels.sumWeighted(byValue, input, panel, rows, out);
    }
    float[] slab = kernels.slab();
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += slab[byValue + row];
    }
    slab[gradient.bias()] = sum;
  }

  /** All in one, and nothing after it. */
  @Override
  public void squares(Kernels kernels, int out) {
    float[] slab = kernels.slab();
    double sum = 0;
    for (int i = gradient.offset(); i < gradient.offset() + gradient.size(); i++) {
      sum += (double) slab[i] * slab[i];
    }
    slab[out] = (float) sum;
    Arrays.fill(slab, out + 1, out + Tiling.WIDTH, 0);
  }

  @Override
  public void refresh(Kernels kernels) {}
}
