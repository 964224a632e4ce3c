package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.sac.SacConfig;

/**
 * What a critic step teaches: y = r + gamma (1 - d) (min_i Q'_i(s', a') - alpha log pi(a' | s')).
 */
final class BellmanTarget {
  private final SacConfig config;
  private final SacNetworks networks;
  private final Kernels kernels;
  private final float[] slab;
  private final BatchPanels inputs;
  private final RowBlocks rows;
  private final Crew crew;
  private final Draws draws;
  private final Dropout dropout;
  private final ActorPass actorOnNext;
  private int step;

  private final Crew.Phase nextAction = this::nextAction;
  private final Crew.Phase nextValue = this::nextValue;

  BellmanTarget(SacConfig config, SacNetworks networks, Crew crew, Draws draws, Dropout dropout) {
    this.config = config;
    this.networks = networks;
    this.kernels = networks.kernels;
    this.slab = kernels.slab();
    this.inputs = networks.inputs;
    this.rows = inputs.rows;
    this.crew = crew;
    this.draws = draws;
    this.dropout = dropout;
    this.actorOnNext = networks.actor.drawing(inputs.next, inputs.features);
  }

  /**
   * Writes y of all rows.
   *
   * @param alpha temperature; zero for a target without the entropy term
   */
  void compute(int step, float alpha) {
    this.step = step;
    crew.run(nextAction, rows.count());
    dropout.forTargets(step, draws.subsample);
    crew.run(nextValue, drawn() * rows.count());
    combine(alpha);
  }

  /** a' ~ pi(s'), and log pi(a' | s'). */
  private void nextAction(int block) {
    actorOnNext.draw(kernels, rows.from(block), rows.to(block));
  }

  /** Q'_i(s', a') of a target that was drawn. */
  private void nextValue(int task) {
    Critic critic = drawn(task / rows.count());
    int block = task % rows.count();
    critic.next.forward(kernels, rows.from(block), rows.to(block));
    networks.head.value(slab, critic, rows.from(block), rows.end(block));
  }

  /** A row that has terminated has no future; one whose time is up has. */
  private void combine(float alpha) {
    float gamma = (float) config.discount();
    networks.head.begin(slab, draws.ofVariant, step, rows.rows());
    for (int row = 0; row < rows.rows(); row++) {
      Critic least = leastOfDrawn(row);
      float soft = slab[least.q + row] - alpha * slab[networks.actor.logProbability + row];
      float goesOn = 1 - slab[inputs.terminated + row];
      slab[networks.bellmanTarget + row] = slab[inputs.reward + row] + gamma * goesOn * soft;
      networks.head.target(slab, least, row, gamma * goesOn);
    }
  }

  /** The drawn critic of least value; one that is not a number counts as less than any. */
  private Critic leastOfDrawn(int row) {
    Critic least = drawn(0);
    for (int i = 1; i < drawn(); i++) {
      Critic other = drawn(i);
      float value = slab[other.q + row];
      least = value < slab[least.q + row] || Float.isNaN(value) ? other : least;
    }
    return least;
  }

  private int drawn() {
    return config.critics().targetSubsample();
  }

  private Critic drawn(int index) {
    return networks.critics[draws.subsample[step * drawn() + index]];
  }
}
