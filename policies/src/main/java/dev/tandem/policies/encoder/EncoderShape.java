package dev.tandem.policies.encoder;

import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/**
 * The network of an encoder, after Levine et al. 2016 (arXiv 1504.00702, section 5.1): for each
 * camera convolutions of its own, of whose last filters only the places that they point at go on;
 * those of all cameras through one hidden layer to the numbers, linearly.
 *
 * @param images whose pictures it takes, in this order
 * @param convolutions of each camera; rectifiers stand between them, none after the last
 * @param hidden units
 * @param numbers one name each
 */
public record EncoderShape(
    List<ImageSpec> images, List<Convolution> convolutions, int hidden, List<String> numbers) {
  private static final List<Convolution> USUAL =
      List.of(new Convolution(5, 2, 16), new Convolution(3, 1, 32));
  private static final int USUAL_HIDDEN = 128;

  public EncoderShape {
    images = List.copyOf(images);
    convolutions = List.copyOf(convolutions);
    numbers = List.copyOf(numbers);
    if (images.isEmpty() || convolutions.isEmpty() || numbers.isEmpty() || hidden < 1) {
      throw new IllegalArgumentException(
          "encoder: expected cameras, convolutions, hidden units and numbers, found %d, %d, %d, %d"
              .formatted(images.size(), convolutions.size(), hidden, numbers.size()));
    }
    for (ImageSpec image : images) {
      requirePlaces(image, convolutions);
    }
  }

  /** For pictures of about 64 x 64 pixels. */
  public static EncoderShape usual(List<ImageSpec> images, List<String> numbers) {
    return new EncoderShape(images, USUAL, USUAL_HIDDEN, numbers);
  }

  private static void requirePlaces(ImageSpec image, List<Convolution> convolutions) {
    int least = Math.min(image.width(), image.height());
    for (Convolution convolution : convolutions) {
      least = convolution.places(least);
    }
    if (least < 2) {
      throw new IllegalArgumentException(
          "camera %s: expected pictures that are larger than the encoder's filters, found %d x %d"
              .formatted(image.name(), image.width(), image.height()));
    }
  }

  /** Coordinates that a camera's last filters point at: a column and a row each. */
  public int pointsPerImage() {
    return 2 * convolutions.get(convolutions.size() - 1).filters();
  }

  /** Where a place stands along an axis of so many: -1 the first, 1 the last. */
  @HotPath
  public static float coordinate(int place, int places) {
    return 2f * place / (places - 1) - 1;
  }

  /** What its arrays are called, for example {@code front/convolution0}. */
  public static String layer(ImageSpec image, int convolution) {
    return image.name() + "/convolution" + convolution;
  }

  /** Weights are [kernel row][kernel column][depth] by [filter], and [inputs][outputs]. */
  public ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout();
    for (ImageSpec image : images) {
      int depth = image.depth();
      for (int i = 0; i < convolutions.size(); i++) {
        Convolution convolution = convolutions.get(i);
        add(layout, layer(image, i), convolution.inputs(depth), convolution.filters());
        depth = convolution.filters();
      }
    }
    add(layout, "hidden", images.size() * pointsPerImage(), hidden);
    add(layout, "numbers", hidden, numbers.size());
    return layout;
  }

  /** A network of this shape that no file is of. */
  public EncoderNetwork network(float[] weights) {
    return new EncoderNetwork(this, weights, "", Arithmetic.fastest());
  }

  private static void add(ParameterLayout layout, String name, int inputs, int outputs) {
    layout.add(name + ".weights", inputs, outputs).add(name + ".bias", outputs);
  }
}
