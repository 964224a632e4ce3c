package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.encoder.Blobs;
import dev.tandem.policies.encoder.EncoderNetwork;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.encoder.EncoderTraining;
import dev.tandem.policies.encoder.LabelledPictures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorFlowEncoderLearnerTest {
  private static final EngineConfig ENGINE = new EngineConfig(Device.CPU, false, 1);

  private static TensorFlowEncoderLearner learner(long seed) {
    return new TensorFlowEncoderLearner(Blobs.SHAPE, ENGINE, seed);
  }

  private static double meanError(float[] weights, LabelledPictures pictures) {
    EncoderNetwork network = Blobs.SHAPE.network(weights);
    float[] said = new float[2];
    double sum = 0;
    for (int i = 0; i < pictures.size(); i++) {
      network.encode(pictures.pixels(i), said);
      float[] truth = pictures.numbers(i);
      sum += Math.hypot(said[0] - truth[0], said[1] - truth[1]);
    }
    return sum / pictures.size();
  }

  @Test
  void javaSaysWhatTensorFlowSays() {
    LabelledPictures pictures = Blobs.pictures(32, 2);
    try (TensorFlowEncoderLearner learner = learner(4)) {
      int[] rows = new int[learner.batchRows()];
      Arrays.setAll(rows, i -> i);
      for (int i = 0; i < 5; i++) {
        learner.learn(pictures, rows, 1);
      }
      float[] expected = learner.numbers(pictures, rows);
      EncoderNetwork network = Blobs.SHAPE.network(learner.weights());
      float[] said = new float[2];
      for (int i = 0; i < rows.length; i++) {
        network.encode(pictures.pixels(i), said);
        assertArrayEquals(Arrays.copyOfRange(expected, 2 * i, 2 * i + 2), said, 1e-4f);
      }
    }
  }

  @Test
  void learnsWhereThingsAreInPicturesThatItHasNotSeen() {
    LabelledPictures others = Blobs.pictures(100, 9);
    try (TensorFlowEncoderLearner learner = learner(1)) {
      double before = meanError(learner.weights(), others);
      EncoderTraining.run(Blobs.pictures(500, 2), learner, 600, 3, done -> {});
      double after = meanError(learner.weights(), others);
      assertTrue(before > 0.4, "before " + before);
      assertTrue(after < 0.12, "after " + after);
    }
  }

  @Test
  void aSmallerShareOfTheRateIsASmallerStep() {
    LabelledPictures pictures = Blobs.pictures(32, 2);
    int[] rows = new int[32];
    try (TensorFlowEncoderLearner whole = learner(4);
        TensorFlowEncoderLearner half = learner(4)) {
      float[] first = whole.weights();
      whole.learn(pictures, rows, 1);
      half.learn(pictures, rows, 0.5);
      float[] far = whole.weights();
      float[] near = half.weights();
      int at = Blobs.SHAPE.layout().piece("numbers.bias").offset();
      assertEquals((far[at] - first[at]) / 2, near[at] - first[at], 1e-6);
      assertTrue(far[at] != first[at]);
    }
  }

  @Test
  void equalSeedsAndPicturesGiveEqualWeights() {
    assertArrayEquals(taught(1), taught(1));
    assertFalse(Arrays.equals(taught(1), taught(2)));
  }

  private static float[] taught(long seed) {
    try (TensorFlowEncoderLearner learner = learner(seed)) {
      EncoderTraining.run(Blobs.pictures(50, 2), learner, 10, seed, done -> {});
      return learner.weights();
    }
  }

  @Test
  void oneCameraIsEnough() {
    EncoderShape one =
        new EncoderShape(
            Blobs.SHAPE.images().subList(0, 1),
            Blobs.SHAPE.convolutions(),
            16,
            List.of("column", "row"));
    LabelledPictures pictures = new LabelledPictures(one);
    for (int i = 0; i < 32; i++) {
      byte[][] pixels = {Blobs.picture(one.images().get(0), 0.02 * i, 0)};
      pictures.add(pixels, new float[] {0.02f * i, 0});
    }
    int[] rows = new int[32];
    Arrays.setAll(rows, i -> i);
    try (TensorFlowEncoderLearner learner = new TensorFlowEncoderLearner(one, ENGINE, 4)) {
      double before = learner.learn(pictures, rows, 1);
      for (int i = 0; i < 20; i++) {
        learner.learn(pictures, rows, 1);
      }
      assertTrue(learner.learn(pictures, rows, 1) < before);
    }
  }
}
