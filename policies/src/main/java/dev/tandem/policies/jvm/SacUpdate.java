package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.random.RandomGenerator;

/**
 * One update of soft actor-critic (arXiv 1812.05905) with an ensemble of critics of which some are
 * drawn for each target (REDQ, 2101.05982; RLPD, 2302.02948). Each phase is shared out by critics
 * and by rows of the batch.
 */
final class SacUpdate {
  private final SacConfig config;
  private final Kernels kernels;
  private final float[] slab;
  private final BatchPanels inputs;
  private final RowBlocks rows;
  private final GaussianActor actor;
  private final Critic[] critics;
  private final ActorPass actorOnBatch;
  private final Crew crew;
  private final Descent criticDescent;
  private final Descent actorDescent;
  private final Temperature temperature;

  private final Draws draws;
  private final CriticHead head;
  private final Dropout dropout;
  private final BellmanTarget target;
  private final Losses losses;
  private int step;

  private final Crew.Phase criticOutput = this::criticOutput;
  private final Crew.Phase criticLesson = this::criticLesson;
  private final Crew.Phase criticError = this::criticError;
  private final Crew.Phase action = this::action;
  private final Crew.Phase value = this::value;
  private final Crew.Phase actorGradient = this::actorGradient;

  SacUpdate(SacConfig config, SacNetworks networks, Crew crew, SacSteps steps) {
    this.config = config;
    this.kernels = networks.kernels;
    this.slab = kernels.slab();
    this.inputs = networks.inputs;
    this.rows = inputs.rows;
    this.actor = networks.actor;
    this.critics = networks.critics;
    this.actorOnBatch = actor.drawing(inputs.drawn, inputs.features);
    this.crew = crew;
    this.criticDescent = steps.critics;
    this.actorDescent = steps.actor;
    this.temperature = steps.temperature;
    this.draws = new Draws(config, networks);
    this.head = networks.head;
    this.dropout = new Dropout(config, networks, draws.ofVariant);
    this.target = new BellmanTarget(config, networks, crew, draws, dropout);
    this.losses = new Losses(networks);
  }

  /** As many critic steps as there are updates per step, then one of actor and temperature. */
  LearnerStats update(Batch batch, RandomGenerator random) {
    draws.draw(random);
    int updates = config.batch().updatesPerStep();
    for (step = 0; step < updates; step++) {
      criticStep(batch);
    }
    actorStep();
    temperature.step(losses.entropy());
    return losses.stats(temperature.alpha());
  }

  /** Down the gradient of the critics' loss, for plain ones sum_i mean (Q_i(s, a) - y)^2. */
  private void criticStep(Batch batch) {
    inputs.load(slab, batch, step * rows.rows());
    draws.useNoise(step);
    target.compute(step, config.entropy().backup() ? temperature.alpha() : 0);
    dropout.forCritics(CriticDraws.criticPass(step));
    if (head.looksAtWholeBatch()) {
      crew.run(criticOutput, critics.length * rows.count());
      head.look(slab, critics, rows.rows());
      crew.run(criticLesson, critics.length * rows.count());
    } else {
      crew.run(criticError, critics.length * rows.count());
    }
    losses.seeCritics();
    criticDescent.step();
  }

  /** Down the gradient of mean (alpha log pi(a | s) - mean_i Q_i(s, a)), with a ~ pi(s). */
  private void actorStep() {
    draws.useNoise(step);
    crew.run(action, rows.count());
    dropout.forCritics(CriticDraws.actorPass(step));
    crew.run(value, critics.length * rows.count());
    losses.seeActor(temperature.alpha());
    crew.run(actorGradient, rows.count());
    actorDescent.step();
  }

  /** What a critic says of (s, a), and back from the gradient of its loss. */
  private void criticError(int task) {
    criticOutput(task);
    criticLesson(task);
  }

  private void criticOutput(int task) {
    Critic critic = critics[task / rows.count()];
    int block = task % rows.count();
    critic.taken.forward(kernels, rows.from(block), rows.to(block));
    head.value(slab, critic, rows.from(block), rows.end(block));
  }

  private void criticLesson(int task) {
    Critic critic = critics[task / rows.count()];
    int block = task % rows.count();
    head.lesson(slab, critic, rows.from(block), rows.end(block));
    critic.taken.backward(kernels, rows.from(block), rows.to(block));
  }

  /** a ~ pi(s), and log pi(a | s). */
  private void action(int block) {
    actorOnBatch.draw(kernels, rows.from(block), rows.to(block));
  }

  /** Q_i(s, a), and back from dL/dQ_i = -1 / (N B) to dL/da. */
  private void value(int task) {
    Critic critic = critics[task / rows.count()];
    int from = rows.from(task % rows.count());
    int to = rows.to(task % rows.count());
    int end = rows.end(task % rows.count());
    critic.drawn.forward(kernels, from, to);
    head.value(slab, critic, from, end);
    head.byOutputs(slab, critic, -1f / (critics.length * rows.rows()), from, end);
    critic.drawn.backward(kernels, from, to);
    critic.backToAction(kernels, from, to);
  }

  /** From dL/da and dL/dlog pi = alpha / B back through the actor. */
  private void actorGradient(int block) {
    int from = rows.from(block);
    int to = rows.to(block);
    for (int row = from; row < to; row++) {
      for (int i = 0; i < inputs.actions; i++) {
        slab[actor.byAction + row * inputs.actions + i] = byAction(row, i);
      }
    }
    actorOnBatch.backward(kernels, temperature.alpha() / rows.rows(), from, to);
  }

  private float byAction(int row, int action) {
    float sum = 0;
    for (Critic critic : critics) {
      sum += slab[critic.byAction.at(row, action)];
    }
    return sum;
  }
}
