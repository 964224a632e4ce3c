package dev.tandem.policies.jvm;

import dev.tandem.policies.imitation.Cloner;
import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.learn.Batch;

/**
 * Behaviour cloning in plain Java: mean squared error of the deterministic action tanh(mean), with
 * the actor, batch size, optimiser and actor's learning rate of a {@link SacConfig}. Starts from
 * the weights that {@code TensorFlowCloner} starts from and comes to the same within rounding; to
 * the same bits with any number of threads. One calling thread.
 */
public final class JvmCloner implements Cloner {
  private static final int FIRST_WEIGHTS = 6;

  private final PolicySpaces spaces;
  private final ActorShape shape;
  private final RowBlocks rows;
  private final CloningNetwork network;
  private final WeightPlaces places;
  private final int[] weightsAt;
  private final Crew crew;
  private final AdamSchedule schedule;
  private final Descent descent;
  private final Crew.Phase act;
  private final Crew.Phase actAndGoBack;

  /**
   * @param seed of the first weights
   */
  public JvmCloner(PolicySpaces spaces, SacConfig config, JvmConfig engine, long seed) {
    this.spaces = spaces;
    shape = config.actorShape(spaces.features(), spaces.actions());
    rows = RowBlocks.of(config.batch().size(), engine.threads());
    network = CloningNetwork.of(shape, rows, engine);
    places = WeightPlaces.of(shape);
    weightsAt = new int[] {network.actor.learnt().value()};
    crew = new Crew(engine.threads());
    Optimiser optimiser = config.optimiser();
    schedule = optimiser.actorSchedule();
    Descent.Settings settings = new Descent.Settings(optimiser.gradientClip(), 0, network.squares);
    descent = new Descent(crew, network.kernels, network.parts(), schedule, settings);
    act = network::act;
    actAndGoBack = network::actAndGoBack;
    float[] weights = FirstWeights.draw(shape.layout(), StepRandom.at(seed, FIRST_WEIGHTS, 0));
    places.write(weights, network.kernels.slab(), weightsAt);
    descent.refresh();
  }

  @Override
  public int batchRows() {
    return rows.rows();
  }

  @Override
  public double learn(Batch batch) {
    if (batch.rows != batchRows()) {
      throw new IllegalArgumentException(
          "batch: expected " + batchRows() + " rows, found " + batch.rows);
    }
    network.load(batch, 0, batch.rows);
    crew.run(actAndGoBack, rows.count());
    double error = network.squaredError(batch.rows);
    descent.step();
    return error / (batch.rows * batch.actions);
  }

  @Override
  public double error(Batch batch) {
    double sum = 0;
    for (int first = 0; first < batch.rows; first += batchRows()) {
      int count = Math.min(batchRows(), batch.rows - first);
      network.load(batch, first, count);
      crew.run(act, rows.count());
      sum += network.squaredError(count);
    }
    return sum / (batch.rows * batch.actions);
  }

  @Override
  public NeuralPolicy snapshot() {
    float[] weights = places.read(network.kernels.slab(), weightsAt);
    ActorNetwork actor = new ActorNetwork(shape, weights, Arithmetic.fastest());
    return new NeuralPolicy(spaces, actor, schedule.steps());
  }

  @Override
  public void close() {
    crew.close();
  }
}
