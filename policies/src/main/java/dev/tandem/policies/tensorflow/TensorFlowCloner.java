package dev.tandem.policies.tensorflow;

import static dev.tandem.policies.tensorflow.TensorFlowSession.name;

import dev.tandem.policies.imitation.Cloner;
import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.learn.Batch;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

/**
 * Behaviour cloning on TensorFlow: mean squared error of the deterministic action tanh(mean), with
 * the actor, batch size, optimiser and actor's learning rate of a {@link SacConfig}. One thread.
 */
public final class TensorFlowCloner implements Cloner {
  private static final int FIRST_WEIGHTS = 6;

  private final PolicySpaces spaces;
  private final ActorShape shape;
  private final int batchRows;
  private final TensorFlowSession session;
  private final CloningGraph graph;
  private final AdamSchedule schedule;

  /**
   * @param seed of the first weights
   */
  public TensorFlowCloner(PolicySpaces spaces, SacConfig config, EngineConfig engine, long seed) {
    this.spaces = spaces;
    this.shape = config.actorShape(spaces.features(), spaces.actions());
    this.batchRows = config.batch().size();
    schedule = config.optimiser().actorSchedule();
    Graph built = TensorFlowLibrary.newGraph();
    graph = new CloningGraph(Ops.create(built), config, shape);
    session = new TensorFlowSession(built, engine);
    initialise(seed);
  }

  @Override
  public int batchRows() {
    return batchRows;
  }

  @Override
  public double learn(Batch batch) {
    if (batch.rows != batchRows) {
      throw new IllegalArgumentException(
          "batch: expected " + batchRows + " rows, found " + batch.rows);
    }
    float[] next = new float[AdamSchedule.WIDTH];
    schedule.next(next, 0);
    try (FloatTensor rate = new FloatTensor(graph.schedule.shape())) {
      return run(
          batch,
          session
              .runner()
              .feed(name(graph.schedule), rate.filledWith(next))
              .addTarget(name(graph.step)));
    }
  }

  @Override
  public double error(Batch batch) {
    return run(batch, session.runner());
  }

  @Override
  public NeuralPolicy snapshot() {
    float[] weights = session.read(graph.actor.value());
    ActorNetwork network = new ActorNetwork(shape, weights, Arithmetic.fastest());
    return new NeuralPolicy(spaces, network, schedule.steps());
  }

  @Override
  public void close() {
    session.close();
  }

  private double run(Batch batch, Session.Runner runner) {
    try (FloatTensor observations = new FloatTensor(Shape.of(batch.rows, batch.features));
        FloatTensor actions = new FloatTensor(Shape.of(batch.rows, batch.actions));
        Result result =
            runner
                .feed(name(graph.observation), observations.filledWith(batch.observation))
                .feed(name(graph.action), actions.filledWith(batch.action))
                .fetch(name(graph.error))
                .run()) {
      return FloatTensor.read(result.get(0))[0];
    }
  }

  private void initialise(long seed) {
    for (FlatVariable variable : graph.actor.all()) {
      session.assign(variable, new float[variable.layout().size()]);
    }
    session.assign(
        graph.actor.value(),
        FirstWeights.draw(shape.layout(), StepRandom.at(seed, FIRST_WEIGHTS, 0)));
  }
}
