package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.runtime.learn.Batch;
import java.util.List;

/** An actor over observations and the actions that it is to repeat: L = mean (tanh(mean) - a)^2. */
final class CloningNetwork {
  final GaussianActor actor;
  final Kernels kernels;

  /** For the norms of gradients. */
  final int squares;

  private final RowBlocks rows;
  private final int actions;
  private final Panels input;
  private final RowCopy observation;
  private final Mlp pass;

  /** What the actor does, [rows * actions]. */
  private final int done;

  /** What it is to do, [rows * actions]. */
  private final int wanted;

  private CloningNetwork(ActorShape shape, RowBlocks rows, SlabPlan plan, Kernels kernels) {
    this.kernels = kernels;
    this.rows = rows;
    actions = shape.actions();
    input = plan.panels(rows.paddedRows(), shape.features());
    observation = new RowCopy(input, 0, shape.features());
    actor = new GaussianActor(plan, shape, rows);
    pass = actor.over(input);
    done = plan.take((long) rows.paddedRows() * actions);
    wanted = plan.take((long) rows.paddedRows() * actions);
    squares = Descent.squares(plan, actor.blocks(input).size());
  }

  static CloningNetwork of(ActorShape shape, RowBlocks rows, JvmConfig engine) {
    return SlabPlan.layOut(
        engine.arithmetic(), (plan, kernels) -> new CloningNetwork(shape, rows, plan, kernels));
  }

  List<Descent.Part> parts() {
    return actor.blocks(input).stream()
        .map(block -> new Descent.Part(actor.learnt(), block))
        .toList();
  }

  /** Copies rows {@code first .. first + count - 1} of {@code batch} to the slab's first ones. */
  void load(Batch batch, int first, int count) {
    float[] slab = kernels.slab();
    observation.run(batch.observation, first, count, slab);
    System.arraycopy(batch.action, first * actions, slab, wanted, count * actions);
  }

  /** What the actor does in a block of rows. */
  void act(int block) {
    int from = rows.from(block);
    int to = rows.to(block);
    float[] slab = kernels.slab();
    Panels head = actor.head().output();
    pass.forward(kernels, from, to);
    for (int row = from; row < to; row++) {
      for (int i = 0; i < actions; i++) {
        slab[done + row * actions + i] = slab[head.at(row, i)];
      }
    }
    int place = done + from * actions;
    kernels.activate(Activation.TANH, place, place, (to - from) * actions);
  }

  /** What it does, and back from the gradient of the loss over all rows. */
  void actAndGoBack(int block) {
    act(block);
    float[] slab = kernels.slab();
    Panels byHead = actor.head().byOutput();
    float share = 2f / (rows.rows() * actions);
    for (int row = rows.from(block); row < rows.to(block); row++) {
      for (int i = 0; i < actions; i++) {
        float action = slab[done + row * actions + i];
        float off = action - slab[wanted + row * actions + i];
        slab[byHead.at(row, i)] = share * off * (1 - action * action);
        slab[byHead.at(row, actions + i)] = 0;
      }
    }
    pass.backward(kernels, rows.from(block), rows.to(block));
  }

  /** The sum of squared errors of the first {@code count} rows. */
  double squaredError(int count) {
    float[] slab = kernels.slab();
    double sum = 0;
    for (int i = 0; i < count * actions; i++) {
      double off = slab[done + i] - slab[wanted + i];
      sum += off * off;
    }
    return sum;
  }
}
