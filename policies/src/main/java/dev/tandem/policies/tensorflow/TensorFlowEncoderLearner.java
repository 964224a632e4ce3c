package dev.tandem.policies.tensorflow;

import static dev.tandem.policies.tensorflow.TensorFlowSession.name;

import dev.tandem.policies.encoder.EncoderLearner;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.encoder.LabelledPictures;
import dev.tandem.policies.encoder.PixelScale;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.policies.sac.StepRandom;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

/** An encoder's regression on TensorFlow, by Adam. One thread. */
public final class TensorFlowEncoderLearner implements EncoderLearner {
  private static final int BATCH_ROWS = 32;
  private static final double LEARNING_RATE = 1e-3;
  private static final int FIRST_WEIGHTS = 8;

  private final EncoderShape shape;
  private final TensorFlowSession session;
  private final EncoderGraph graph;
  private final AdamSchedule schedule = new AdamSchedule(LEARNING_RATE, 0, 0);
  private final List<FloatTensor> pictures = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final FloatTensor labels;
  private final float[] numbers;

  /**
   * @param seed of the first weights
   */
  public TensorFlowEncoderLearner(EncoderShape shape, EngineConfig engine, long seed) {
    this.shape = shape;
    Graph built = TensorFlowLibrary.newGraph();
    graph = new EncoderGraph(Ops.create(built), shape, BATCH_ROWS);
    session = new TensorFlowSession(built, engine);
    shape
        .images()
        .forEach(
            image -> {
              pictures.add(
                  new FloatTensor(
                      Shape.of(BATCH_ROWS, image.height(), image.width(), image.depth())));
              values.add(new float[BATCH_ROWS * image.bytes()]);
            });
    labels = new FloatTensor(Shape.of(BATCH_ROWS, shape.numbers().size()));
    numbers = new float[BATCH_ROWS * shape.numbers().size()];
    for (FlatVariable variable : graph.network.all()) {
      session.assign(variable, new float[variable.layout().size()]);
    }
    session.assign(
        graph.network.value(),
        FirstWeights.draw(shape.layout(), StepRandom.at(seed, FIRST_WEIGHTS, 0)));
  }

  @Override
  public int batchRows() {
    return BATCH_ROWS;
  }

  @Override
  public double learn(LabelledPictures from, int[] rows, double rateShare) {
    float[] next = new float[AdamSchedule.WIDTH];
    schedule.next(next, 0);
    next[0] *= (float) rateShare;
    try (FloatTensor rate = new FloatTensor(graph.schedule.shape());
        Result result =
            fed(from, rows)
                .feed(name(graph.schedule), rate.filledWith(next))
                .addTarget(name(graph.step))
                .fetch(name(graph.error))
                .run()) {
      return FloatTensor.read(result.get(0))[0];
    }
  }

  /** What it says of these moments, [row][number] in one array. */
  float[] numbers(LabelledPictures from, int[] rows) {
    try (Result result = fed(from, rows).fetch(name(graph.numbers)).run()) {
      return FloatTensor.read(result.get(0));
    }
  }

  private Session.Runner fed(LabelledPictures from, int[] rows) {
    int count = shape.numbers().size();
    for (int row = 0; row < BATCH_ROWS; row++) {
      byte[][] pixels = from.pixels(rows[row]);
      for (int i = 0; i < pixels.length; i++) {
        PixelScale.scale(pixels[i], values.get(i), row * pixels[i].length);
      }
      System.arraycopy(from.numbers(rows[row]), 0, numbers, row * count, count);
    }
    Session.Runner runner = session.runner().feed(name(graph.labels), labels.filledWith(numbers));
    for (int i = 0; i < pictures.size(); i++) {
      runner.feed(name(graph.pictures.get(i)), pictures.get(i).filledWith(values.get(i)));
    }
    return runner;
  }

  @Override
  public float[] weights() {
    return session.read(graph.network.value());
  }

  @Override
  public void close() {
    session.close();
    pictures.forEach(FloatTensor::close);
    labels.close();
  }
}
