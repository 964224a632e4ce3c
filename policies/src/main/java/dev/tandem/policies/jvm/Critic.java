package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Dot;
import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.CriticShape;
import java.util.List;

/** One critic of the ensemble, with its target. */
final class Critic {
  /** Which one of the ensemble. */
  final int number;

  /** Value of each row, [rows], of the last pass. */
  final int q;

  /** Gradient of the loss by q of a critic whose output is q, [rows]. */
  final int byQ;

  /** What each row costs of a critic whose output is not q, [rows]. */
  final int rowLoss;

  /** Gradient by the policy's action, [rows][actions]. */
  final Panels byAction;

  /** Q_i(s, a) of the actions that were taken. */
  final CriticPass taken;

  /** Q_i(s, a) of the policy's actions. */
  final CriticPass drawn;

  /** The target's Q_i(s', a'). */
  final CriticPass next;

  private final Blueprint blueprint;
  private final Network network;
  private final Product byInput;
  private final List<Block> blocks;

  Critic(SlabPlan plan, CriticShape shape, BatchPanels batch, int number) {
    this.number = number;
    int padded = batch.rows.paddedRows();
    q = plan.take(padded);
    byQ = plan.take(padded);
    rowLoss = plan.take(padded);
    byAction = plan.panels(padded, batch.actions);
    blueprint = Blueprint.of(shape);
    network =
        new Network(plan, blueprint, shape.layers(), batch.rows, batch.features, batch.actions);
    byInput = network.byInput(byAction);
    Learnt learnt = network.learnt();
    taken = pass(plan, batch.taken, learnt.value());
    drawn = pass(plan, batch.drawn, learnt.value());
    next = pass(plan, batch.next, learnt.target());
    blocks = network.blocks(batch.taken);
    if (blueprint.hasValue()) {
      ValueWeights gradient = blueprint.value().moved(learnt.gradient());
      Panels input = network.last().output();
      blocks.add(new ValueBlock(blueprint.value(), gradient, input, byQ, batch.rows.rows()));
    }
  }

  Learnt learnt() {
    return network.learnt();
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** From the gradient by the first sum to that by the action, rows {@code from .. to - 1}. */
  void backToAction(Kernels kernels, int from, int to) {
    byInput.run(kernels, from, to);
  }

  /** Outputs of the last pass and the gradient by them, when there are more than one a row. */
  LayerTape head() {
    return network.last();
  }

  /** What each hidden layer's sums are multiplied by, [rows][width]; none without dropout. */
  List<Panels> masks() {
    return network.masks();
  }

  private CriticPass pass(SlabPlan plan, Panels input, int start) {
    if (!blueprint.hasValue()) {
      return network.over(input, start);
    }
    ValueWeights value = blueprint.value().moved(start);
    Panels byOutput = network.last().byOutput();
    Product outward =
        new Product(
            Product.Left.column(byQ, byOutput.rows()),
            value.row(),
            byOutput,
            Product.Start.zero(plan.zeros()));
    Dot last = new Dot(network.last().output(), value.row(), value.bias(), q);
    return new ValueNetwork(network.over(input, start), last, outward);
  }
}
