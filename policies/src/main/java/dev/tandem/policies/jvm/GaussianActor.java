package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.jvm.kernel.Squash;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.Layers;
import java.util.List;

/**
 * A tanh-squashed Gaussian actor over a batch (SAC, arXiv 1812.05905, appendix C). What is drawn
 * stands side by side, [rows * actions]; the columns of the last layer are first the means, then
 * the logarithms of the standard deviations.
 */
final class GaussianActor {
  /** Drawn anew before every pass, [rows * actions]. */
  final int noise;

  /** Gradient of the loss by the action, [rows * actions]. */
  final int byAction;

  /** Of the action of each row, [rows]. */
  final int logProbability;

  private final Network network;
  private final Squash squash;
  private final int actions;

  GaussianActor(SlabPlan plan, ActorShape shape, RowBlocks rows) {
    Layers hidden = new Layers(shape.hidden(), shape.activation(), shape.layerNorm());
    actions = shape.actions();
    long values = (long) rows.paddedRows() * actions;
    network = new Network(plan, Blueprint.of(shape), hidden, rows, 0, 1);
    noise = plan.take(values);
    byAction = plan.take(values);
    logProbability = plan.take(rows.paddedRows());
    squash =
        new Squash(
            new Squash.Gaussian(plan.take(values), plan.take(values), noise),
            new Squash.Drawn(plan.take(values), plan.take(values), plan.take(values)),
            new Squash.Clip((float) Math.log(shape.minStd()), (float) Math.log(shape.maxStd())));
  }

  Learnt learnt() {
    return network.learnt();
  }

  Mlp over(Panels input) {
    return network.over(input, learnt().value());
  }

  /** Over the observations of {@code input}, drawing actions to its columns {@code column ..}. */
  ActorPass drawing(Panels input, int column) {
    return new ActorPass(this, over(input), input, column);
  }

  List<Block> blocks(Panels input) {
    return network.blocks(input);
  }

  /** The last layer, [rows][2 actions], and the gradient by it. */
  LayerTape head() {
    return network.last();
  }

  /**
   * Draws with the reparametrisation trick: a = tanh(mean + std noise), from the head's rows {@code
   * from .. to - 1}.
   */
  void draw(Kernels kernels, int from, int to) {
    float[] slab = kernels.slab();
    Panels head = head().output();
    for (int row = from; row < to; row++) {
      for (int i = 0; i < actions; i++) {
        int value = row * actions + i;
        slab[squash.gaussian().mean() + value] = slab[head.at(row, i)];
        slab[squash.gaussian().logStd() + value] = slab[head.at(row, actions + i)];
      }
    }
    kernels.squash(squash, from * actions, (to - from) * actions);
    for (int row = from; row < to; row++) {
      float sum = 0;
      for (int i = 0; i < actions; i++) {
        sum += slab[squash.drawn().logProbability() + row * actions + i];
      }
      slab[logProbability + row] = sum;
    }
  }

  /** Writes what was drawn to columns {@code column ..} of {@code to}. */
  void act(float[] slab, Panels to, int column, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      for (int i = 0; i < actions; i++) {
        slab[to.at(row, column + i)] = slab[squash.drawn().action() + row * actions + i];
      }
    }
  }

  /**
   * From the gradients by action and log probability to those by the head.
   *
   * @param byLogProbability gradient by each row's log probability
   */
  void backward(float[] slab, float byLogProbability, int from, int to) {
    Panels byHead = head().byOutput();
    for (int row = from; row < to; row++) {
      for (int i = 0; i < actions; i++) {
        int value = row * actions + i;
        float action = slab[squash.drawn().action() + value];
        float spread = slab[squash.drawn().spread() + value];
        // d log pi / du = 2 tanh(u), and log pi holds -log std of every action
        float byMean =
            slab[byAction + value] * (1 - action * action) + 2 * byLogProbability * action;
        float byLogStd = byMean * spread - byLogProbability;
        slab[byHead.at(row, i)] = byMean;
        slab[byHead.at(row, actions + i)] = isClipped(slab, value) ? 0 : byLogStd;
      }
    }
  }

  private boolean isClipped(float[] slab, int value) {
    float logStd = slab[squash.gaussian().logStd() + value];
    return logStd < squash.clip().least() || logStd > squash.clip().most();
  }
}
