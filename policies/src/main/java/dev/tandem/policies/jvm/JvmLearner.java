package dev.tandem.policies.jvm;

import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.policies.sac.StepStream;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Soft actor-critic in plain Java on the CPU, for networks of dense layers. It draws what {@code
 * TensorFlowLearner} draws, exports what that exports and comes to the same within rounding; equal
 * seeds and batches give equal bits with any number of threads. An update allocates nothing, and
 * writes the {@link LearnerStats} that it returns anew. One calling thread.
 */
public final class JvmLearner implements Learner {
  /** What the names of the threads that help it begin with. */
  public static final String THREAD_NAMES = "learner-";

  private static final int FIRST_WEIGHTS = 1;
  private static final int NOISE = 2;

  private final PolicySpaces spaces;
  private final SacConfig config;
  private final SacNetworks networks;
  private final Crew crew;
  private final SacSteps steps;
  private final SacUpdate update;
  private final SacState state;
  private long seed;
  private StepStream noise;

  /**
   * @param seed of the first weights and of all noise
   */
  public JvmLearner(PolicySpaces spaces, SacConfig config, JvmConfig engine, long seed) {
    this.spaces = spaces;
    this.config = config;
    this.seed = seed;
    noise = new StepStream(seed, NOISE);
    networks = SacNetworks.of(config, spaces.features(), spaces.actions(), engine);
    crew = new Crew(engine.threads());
    steps = new SacSteps(config, networks, crew);
    update = new SacUpdate(config, networks, crew, steps);
    state = new SacState(networks, steps);
    RandomGenerator random = StepRandom.at(seed, FIRST_WEIGHTS, 0);
    state.setActor(FirstWeights.draw(networks.actorShape.layout(), random));
    state.setCritics(FirstWeights.draw(networks.criticShape.layout(), random));
  }

  /**
   * Memory of the networks and all that they are computed in. Throws, without taking any, when that
   * or a batch is more than one array of Java holds.
   */
  public static long bytes(PolicySpaces spaces, SacConfig config, JvmConfig engine) {
    long values = (long) config.batch().rows() * Math.max(spaces.features(), spaces.actions());
    if (values > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "learner.batch_size: expected batches that one array holds, found "
              + values
              + " numbers in the updates of a step");
    }
    return (long) Float.BYTES
        * SacNetworks.size(config, spaces.features(), spaces.actions(), engine);
  }

  @Override
  public int batchRows() {
    return config.batch().rows();
  }

  @Override
  public LearnerStats update(Batch batch) {
    noise.moveTo(steps.actorSteps());
    return update(batch, noise);
  }

  /** An update with noise and drawn critics from {@code random}. */
  LearnerStats update(Batch batch, RandomGenerator random) {
    requireShape(batch);
    return update.update(batch, random);
  }

  @Override
  public long updates() {
    return steps.criticSteps();
  }

  @Override
  public NeuralPolicy snapshot() {
    ActorNetwork network =
        new ActorNetwork(networks.actorShape, state.actorWeights(), Arithmetic.fastest());
    return new NeuralPolicy(spaces, network, updates());
  }

  @Override
  public List<NamedArray> export() {
    return state.export(seed);
  }

  @Override
  public void restore(List<NamedArray> arrays) {
    seed = state.restore(arrays);
    noise = new StepStream(seed, NOISE);
  }

  @Override
  public void close() {
    crew.close();
  }

  private void requireShape(Batch batch) {
    if (batch.rows != batchRows()
        || batch.features != spaces.features()
        || batch.actions != spaces.actions()) {
      int[] expected = {batchRows(), spaces.features(), spaces.actions()};
      int[] found = {batch.rows, batch.features, batch.actions};
      throw new IllegalArgumentException(
          "batch: expected [rows, features, actions] "
              + Arrays.toString(expected)
              + ", found "
              + Arrays.toString(found));
    }
  }
}
