package dev.tandem.policies.encoder;

import dev.tandem.policies.sac.FirstWeights;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Small pictures of two cameras with one bright square each; the numbers say where it is. */
public final class Blobs {
  public static final EncoderShape SHAPE =
      new EncoderShape(
          List.of(new ImageSpec("left", 16, 12, 3), new ImageSpec("right", 10, 10, 3)),
          List.of(new Convolution(3, 2, 4), new Convolution(2, 1, 5)),
          16,
          List.of("column", "row"));

  private Blobs() {}

  /** As the optimiser starts. */
  public static float[] weights(long seed) {
    return FirstWeights.draw(SHAPE.layout(), new SplittableRandom(seed));
  }

  public static LabelledPictures pictures(int moments, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    LabelledPictures pictures = new LabelledPictures(SHAPE);
    for (int i = 0; i < moments; i++) {
      double column = random.nextDouble(-0.8, 0.8);
      double row = random.nextDouble(-0.8, 0.8);
      byte[][] pixels = {
        picture(SHAPE.images().get(0), column, row), picture(SHAPE.images().get(1), column, row)
      };
      pictures.add(pixels, new float[] {(float) column, (float) row});
    }
    return pictures;
  }

  /** Bright within two pixels of a place, -1 to 1. */
  public static byte[] picture(ImageSpec image, double column, double row) {
    byte[] pixels = new byte[image.bytes()];
    double x = (column + 1) / 2 * (image.width() - 1);
    double y = (row + 1) / 2 * (image.height() - 1);
    for (int i = 0; i < pixels.length; i++) {
      int place = i / image.depth();
      int atColumn = place % image.width();
      int atRow = place / image.width();
      double away = Math.hypot(atColumn - x, atRow - y);
      pixels[i] = (byte) Math.max(0, 250 - 90 * away);
    }
    return pixels;
  }
}
