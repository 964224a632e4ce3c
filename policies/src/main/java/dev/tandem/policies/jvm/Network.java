package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.Layers;
import java.util.ArrayList;
import java.util.List;

/**
 * The dense layers of one network: the places of its weights and of all that is made from them. Its
 * passes over different inputs share one tape, so one has to be done with before the next begins.
 */
final class Network {
  private final SlabPlan plan;
  private final Blueprint blueprint;
  private final Layers hidden;
  private final Learnt learnt;
  private final RowBlocks rows;
  private final List<LayerTape> tapes = new ArrayList<>();
  private final List<Turned> turned = new ArrayList<>();

  /**
   * @param hidden settings of the hidden layers; a layer after them is linear
   * @param first of the inputs that a gradient is wanted for
   * @param count of the inputs that a gradient is wanted for, at least one
   */
  Network(SlabPlan plan, Blueprint blueprint, Layers hidden, RowBlocks rows, int first, int count) {
    this.plan = plan;
    this.blueprint = blueprint;
    this.hidden = hidden;
    this.rows = rows;
    this.learnt = Learnt.of(plan, blueprint.size(), blueprint.followed());
    for (int i = 0; i < blueprint.layers().size(); i++) {
      DenseWeights layer = blueprint.layers().get(i).moved(learnt.value());
      tapes.add(tape(i, layer.panels().columns()));
      turned.add(
          i == 0
              ? Turned.of(plan, layer, first, count)
              : Turned.of(plan, layer, 0, layer.inputs()));
    }
  }

  Learnt learnt() {
    return learnt;
  }

  /** What the hidden layers' sums are multiplied by, when they drop out units. */
  List<Panels> masks() {
    return tapes.stream().map(LayerTape::mask).filter(mask -> mask.columns() > 0).toList();
  }

  LayerTape last() {
    return tapes.get(tapes.size() - 1);
  }

  /** The layers over {@code input}, with weights that stand at {@code start}. */
  Mlp over(Panels input, int start) {
    List<Layer> layers = new ArrayList<>();
    Panels from = input;
    for (int i = 0; i < tapes.size(); i++) {
      DenseWeights weights = blueprint.layers().get(i).moved(start);
      layers.add(layer(i, weights, new Product.Left(from, false, weights.inputs())));
      from = tapes.get(i).output();
    }
    return new Mlp(plan, layers, turned);
  }

  /** From the gradient by the first sum to that by the wanted inputs. */
  Product byInput(Panels out) {
    Product.Left bySum = Product.Left.of(tapes.get(0).bySum());
    return new Product(bySum, turned.get(0).to(), out, Product.Start.zero(plan.zeros()));
  }

  /** The layers' weights piece by piece, for gradients after a backward pass over {@code input}. */
  List<Block> blocks(Panels input) {
    List<Block> blocks = new ArrayList<>();
    Panels from = input;
    for (int i = 0; i < tapes.size(); i++) {
      DenseWeights place = blueprint.layers().get(i);
      DenseBlock.Parts parts =
          new DenseBlock.Parts(
              place,
              place.moved(learnt.gradient()),
              from,
              turned.get(i),
              rows.rows(),
              plan.zeros());
      for (int panel = 0; panel < tapes.get(i).sum().panels(); panel++) {
        blocks.add(new DenseBlock(parts, tapes.get(i), panel));
      }
      from = tapes.get(i).output();
    }
    return blocks;
  }

  private LayerTape tape(int layer, int width) {
    return isHidden(layer)
        ? LayerTape.hidden(plan, rows.paddedRows(), width, hidden, blueprint.forgetful())
        : LayerTape.linear(plan, rows.paddedRows(), width);
  }

  private Layer layer(int layer, DenseWeights weights, Product.Left input) {
    return isHidden(layer)
        ? Layer.hidden(weights, input, tapes.get(layer), hidden)
        : new LinearLayer(weights, input, tapes.get(layer));
  }

  private boolean isHidden(int layer) {
    return layer < hidden.hidden().size();
  }
}
