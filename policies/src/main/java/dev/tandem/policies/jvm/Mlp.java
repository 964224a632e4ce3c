package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import java.util.ArrayList;
import java.util.List;

/** The layers of one network over one input. Several may share one tape, one after the other. */
final class Mlp implements CriticPass {
  private final List<Layer> layers;
  private final List<Product> back = new ArrayList<>();

  /**
   * @param layers from the input on
   * @param turned weights of each layer; those of the first are not used here
   */
  Mlp(SlabPlan plan, List<Layer> layers, List<Turned> turned) {
    this.layers = List.copyOf(layers);
    Product.Start zero = Product.Start.zero(plan.zeros());
    for (int i = 1; i < layers.size(); i++) {
      Product.Left bySum = Product.Left.of(layers.get(i).tape.bySum());
      Panels byInput = layers.get(i - 1).tape.byOutput();
      back.add(new Product(bySum, turned.get(i).to(), byInput, zero));
    }
  }

  LayerTape last() {
    return layers.get(layers.size() - 1).tape;
  }

  @Override
  public void forward(Kernels kernels, int from, int to) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(kernels, from, to);
    }
  }

  @Override
  public void backward(Kernels kernels, int from, int to) {
    for (int i = layers.size() - 1; i > 0; i--) {
      layers.get(i).back(kernels, from, to);
      back.get(i - 1).run(kernels, from, to);
    }
    layers.get(0).back(kernels, from, to);
  }
}
