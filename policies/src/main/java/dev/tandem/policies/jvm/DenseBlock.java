package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.Tiling;
import java.util.Arrays;

/** One panel of a layer's weights, with its share of bias, gain and shift. */
final class DenseBlock implements Block {
  private final DenseWeights gradient;
  private final LayerTape tape;
  private final Turned turned;
  private final Product product;
  private final int panel;
  private final int rows;
  private final int offset;

  /**
   * What the blocks of a layer have in common.
   *
   * @param place of the weights, counted from the network's start
   * @param gradient of the weights
   * @param input of the layer, [rows][inputs]
   * @param turned weights
   * @param rows of the batch
   * @param zeros {@link dev.tandem.policies.jvm.kernel.SlabPlan#zeros}
   */
  record Parts(
      DenseWeights place,
      DenseWeights gradient,
      Panels input,
      Turned turned,
      int rows,
      int zeros) {}

  DenseBlock(Parts parts, LayerTape tape, int panel) {
    this.gradient = parts.gradient;
    this.tape = tape;
    this.turned = parts.turned;
    this.panel = panel;
    this.rows = parts.rows;
    this.offset = parts.place.panels().row(panel, 0);
    this.product =
        new Product(
            new Product.Left(parts.input, true, rows),
            tape.bySum(),
            gradient.panels(),
            Product.Start.zero(parts.zeros));
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public int size() {
    return gradient.panels().rows() * Tiling.WIDTH;
  }

  @Override
  public int weights() {
    return gradient.paddedInputs() * Tiling.WIDTH;
  }

  /** dL/dW = input^T dL/dsum; dL/db, the sum of dL/dsum; those of gain and shift likewise. */
  @Override
  public void gradient(Kernels kernels) {
    Panels out = gradient.panels();
    kernels.multiply(product, panel, 0, gradient.paddedInputs());
    int nobodys = out.row(panel, gradient.inputs());
    int bias = out.row(panel, gradient.biasRow());
    Arrays.fill(kernels.slab(), nobodys, bias, 0);
    kernels.sumRows(tape.bySum(), panel, rows, bias);
    if (gradient.shiftRow() < out.rows()) {
      int gain = out.row(panel, gradient.gainRow());
      kernels.sumProducts(tape.byOutput(), tape.sum(), panel, rows, gain);
      kernels.sumRows(tape.byOutput(), panel, rows, out.row(panel, gradient.shiftRow()));
    }
  }

  /** A column each. */
  @Override
  public void squares(Kernels kernels, int out) {
    Panels values = gradient.panels();
    kernels.sumProducts(values, values, panel, values.rows(), out);
  }

  @Override
  public void refresh(Kernels kernels) {
    turned.refresh(kernels, panel);
  }
}
