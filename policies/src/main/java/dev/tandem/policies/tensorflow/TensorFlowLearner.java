package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * Soft actor-critic on TensorFlow: one graph, one native call per {@link #update}. Noise and drawn
 * critics come from Java as a function of seed and update, so that on one machine equal batches
 * give equal bits, and a restored learner goes on as if it had never stopped. One thread.
 */
public final class TensorFlowLearner implements Learner {
  private static final int FIRST_WEIGHTS = 1;
  private static final int NOISE = 2;

  private final PolicySpaces spaces;
  private final SacConfig config;
  private final TensorFlowSession session;
  private final SacGraph graph;
  private final UpdateRun run;
  private final LearnerState state;
  private final AdamSchedule criticSchedule;
  private final AdamSchedule actorSchedule;
  private final AdamSchedule temperatureSchedule;
  private final float[] rates;
  private long seed;

  /**
   * @param seed of the first weights and of all noise
   */
  public TensorFlowLearner(PolicySpaces spaces, SacConfig config, EngineConfig engine, long seed) {
    this.spaces = spaces;
    this.config = config;
    this.seed = seed;
    Optimiser optimiser = config.optimiser();
    criticSchedule = optimiser.criticSchedule();
    actorSchedule = optimiser.actorSchedule();
    temperatureSchedule = optimiser.temperatureSchedule();
    rates = new float[AdamSchedule.WIDTH * (config.batch().updatesPerStep() + 2)];
    Graph built = TensorFlowLibrary.newGraph();
    graph =
        new SacGraph(
            Ops.create(built), config, spaces.features(), spaces.actions(), engine.parts());
    session = new TensorFlowSession(built, engine);
    run = new UpdateRun(session, graph, config.critics().count());
    state = new LearnerState(session, graph.variables.all());
    initialise();
  }

  @Override
  public int batchRows() {
    return config.batch().rows();
  }

  /** For people: where and how it computes. */
  String description() {
    return session.description();
  }

  @Override
  public LearnerStats update(Batch batch) {
    return update(batch, StepRandom.at(seed, NOISE, actorSchedule.steps()));
  }

  /** An update with noise and drawn critics from {@code random}. */
  LearnerStats update(Batch batch, RandomGenerator random) {
    requireShape(batch);
    int updates = config.batch().updatesPerStep();
    for (int step = 0; step < updates; step++) {
      criticSchedule.next(rates, AdamSchedule.WIDTH * step);
    }
    actorSchedule.next(rates, AdamSchedule.WIDTH * updates);
    temperatureSchedule.next(rates, AdamSchedule.WIDTH * (updates + 1));
    return run.run(batch, random, rates);
  }

  @Override
  public long updates() {
    return criticSchedule.steps();
  }

  @Override
  public NeuralPolicy snapshot() {
    float[] weights = session.read(graph.variables.actor().value());
    ActorNetwork network =
        new ActorNetwork(
            config.actorShape(spaces.features(), spaces.actions()), weights, Arithmetic.fastest());
    return new NeuralPolicy(spaces, network, updates());
  }

  @Override
  public List<NamedArray> export() {
    return state.export(
        new long[] {
          seed, criticSchedule.steps(), actorSchedule.steps(), temperatureSchedule.steps()
        });
  }

  @Override
  public void restore(List<NamedArray> arrays) {
    long[] counters = state.restore(arrays, 4);
    seed = counters[0];
    criticSchedule.restore(counters[1]);
    actorSchedule.restore(counters[2]);
    temperatureSchedule.restore(counters[3]);
  }

  @Override
  public void close() {
    run.close();
    session.close();
  }

  private void initialise() {
    RandomGenerator random = StepRandom.at(seed, FIRST_WEIGHTS, 0);
    SacVariables variables = graph.variables;
    for (FlatVariable variable : variables.all()) {
      session.assign(variable, new float[variable.layout().size()]);
    }
    FlatVariable actor = variables.actor().value();
    session.assign(actor, FirstWeights.draw(actor.layout(), random));
    float[] critics = FirstWeights.draw(variables.target().layout(), random);
    session.assign(variables.critics().value(), critics);
    session.assign(variables.target(), critics);
    float[] logTemperature = {(float) Math.log(config.entropy().initialTemperature())};
    session.assign(variables.logTemperature().value(), logTemperature);
  }

  private void requireShape(Batch batch) {
    int[] expected = {batchRows(), spaces.features(), spaces.actions()};
    int[] found = {batch.rows, batch.features, batch.actions};
    if (!Arrays.equals(expected, found)) {
      throw new IllegalArgumentException(
          "batch: expected [rows, features, actions] "
              + Arrays.toString(expected)
              + ", found "
              + Arrays.toString(found));
    }
  }
}
