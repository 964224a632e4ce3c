package dev.tandem.policies.tensorflow;

import static dev.tandem.policies.tensorflow.TensorFlowSession.name;

import dev.tandem.policies.sac.Subsample;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.random.RandomGenerator;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TInt32;

/** Feeds one update, runs it and reads what it says of itself. */
final class UpdateRun implements AutoCloseable {
  private final TensorFlowSession session;
  private final SacGraph graph;
  private final int critics;
  private final FloatTensor observation;
  private final FloatTensor action;
  private final FloatTensor reward;
  private final FloatTensor nextObservation;
  private final FloatTensor terminated;
  private final FloatTensor noise;
  private final FloatTensor schedule;
  private final TInt32 subsample;
  private final VariantFeed variant;
  private final float[] noiseValues;
  private final int[] subsampleValues;
  private final int drawn;

  UpdateRun(TensorFlowSession session, SacGraph graph, int critics) {
    this.session = session;
    this.graph = graph;
    this.critics = critics;
    SacInputs inputs = graph.inputs;
    observation = new FloatTensor(inputs.observation.shape());
    action = new FloatTensor(inputs.action.shape());
    reward = new FloatTensor(inputs.reward.shape());
    nextObservation = new FloatTensor(inputs.nextObservation.shape());
    terminated = new FloatTensor(inputs.terminated.shape());
    noise = new FloatTensor(inputs.noise.shape());
    schedule = new FloatTensor(inputs.schedule.shape());
    Shape subsampleShape = inputs.subsample.shape();
    subsample = TInt32.tensorOf(subsampleShape);
    noiseValues = new float[(int) inputs.noise.shape().size()];
    subsampleValues = new int[(int) subsampleShape.size()];
    drawn = (int) subsampleShape.get(1);
    variant = new VariantFeed(inputs.variant);
  }

  /**
   * @param random of this update alone
   * @param rates numbers of every optimiser step, as {@link SacInputs#schedule} holds them
   */
  LearnerStats run(Batch batch, RandomGenerator random, float[] rates) {
    draw(random);
    SacInputs inputs = graph.inputs;
    subsample.asRawTensor().data().asInts().write(subsampleValues);
    Session.Runner runner = session.runner();
    variant.feed(runner, random);
    try (Result result =
        runner
            .feed(name(inputs.observation), observation.filledWith(batch.observation))
            .feed(name(inputs.action), action.filledWith(batch.action))
            .feed(name(inputs.reward), reward.filledWith(batch.reward))
            .feed(name(inputs.nextObservation), nextObservation.filledWith(batch.nextObservation))
            .feed(name(inputs.terminated), terminated.filledWith(batch.terminated))
            .feed(name(inputs.noise), noise.filledWith(noiseValues))
            .feed(name(inputs.subsample), subsample)
            .feed(name(inputs.schedule), schedule.filledWith(rates))
            .addTarget(name(graph.update))
            .fetch(name(graph.stats))
            .run()) {
      float[] stats = FloatTensor.read(result.get(0));
      return new LearnerStats(stats[0], stats[1], stats[2], stats[3], stats[4]);
    }
  }

  private void draw(RandomGenerator random) {
    for (int i = 0; i < noiseValues.length; i++) {
      noiseValues[i] = (float) random.nextGaussian();
    }
    for (int step = 0; step < subsampleValues.length / drawn; step++) {
      Subsample.draw(random, critics, subsampleValues, step * drawn, drawn);
    }
  }

  @Override
  public void close() {
    observation.close();
    action.close();
    reward.close();
    nextObservation.close();
    terminated.close();
    noise.close();
    schedule.close();
    subsample.close();
    variant.close();
  }
}
