package dev.tandem.app.sight;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.EncoderFile;
import dev.tandem.policies.encoder.EncoderCheckpoint;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.encoder.EncoderTraining;
import dev.tandem.policies.encoder.LabelledPictures;
import dev.tandem.policies.tensorflow.TensorFlowEncoderLearner;
import dev.tandem.runtime.time.Clock;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes pictures of a task, teaches an encoder with them, and measures it on others. */
public final class EncoderLesson {
  private static final int HELD_OUT_SHARE = 20;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Under which an encoder's file says how far off it is, of pictures held out, mm. */
  public static final String HELD_OUT_ERROR = "held_out_mean_error_mm";

  private static final double MM_PER_METRE = 1000;

  private final RunSettings settings;
  private final Path file;
  private final EncoderListener listener;
  private final Clock wall;

  /**
   * What came of it.
   *
   * @param hash of the file
   * @param heldOut moments that it was measured on
   * @param collectSeconds that the pictures took
   * @param trainSeconds that learning took
   */
  public record Result(
      String hash,
      EncoderShape shape,
      EncoderError error,
      int heldOut,
      double collectSeconds,
      double trainSeconds) {}

  public EncoderLesson(RunSettings settings, Path file, EncoderListener listener, Clock wall) {
    this.settings = settings;
    this.file = file;
    this.listener = listener;
    this.wall = wall;
  }

  /** Does all of it, and writes the file. */
  public Result run() throws CheckpointException {
    long startNanos = wall.nanoTime();
    try (PictureCollection collection = new PictureCollection(settings)) {
      int moments = settings.encoder().pictures();
      listener.phase("pictures", moments);
      LabelledPictures training = collection.take(moments, listener::done);
      int others = Math.max(1, moments / HELD_OUT_SHARE);
      LabelledPictures heldOut = collection.take(others, done -> {});
      double collectSeconds = seconds(startNanos);
      startNanos = wall.nanoTime();
      float[] weights = learn(training);
      double trainSeconds = seconds(startNanos);
      EncoderShape shape = collection.shape();
      EncoderError error =
          EncoderError.of(shape.network(weights), heldOut, collection.scene().metresPerUnit());
      String hash = write(new EncoderCheckpoint(settings.task(), shape, said(error), weights));
      return new Result(hash, shape, error, heldOut.size(), collectSeconds, trainSeconds);
    }
  }

  private float[] learn(LabelledPictures training) {
    int steps = settings.encoder().steps();
    listener.phase("encoder", steps);
    try (TensorFlowEncoderLearner learner =
        new TensorFlowEncoderLearner(
            training.shape(), Learners.tensorFlow(settings.learner()), settings.seed())) {
      EncoderTraining.run(training, learner, steps, settings.seed(), listener::done);
      return learner.weights();
    }
  }

  private String write(EncoderCheckpoint encoder) throws CheckpointException {
    return new EncoderFile(file).write(encoder);
  }

  private SortedMap<String, String> said(EncoderError error) {
    SortedMap<String, String> said = new TreeMap<>();
    said.put("seed", Long.toString(settings.seed()));
    said.put("encoder.pictures", Integer.toString(settings.encoder().pictures()));
    said.put("encoder.steps", Integer.toString(settings.encoder().steps()));
    said.put(HELD_OUT_ERROR, Double.toString(MM_PER_METRE * error.mean()));
    return said;
  }

  private double seconds(long sinceNanos) {
    return (wall.nanoTime() - sinceNanos) / NANOS_PER_SECOND;
  }
}
