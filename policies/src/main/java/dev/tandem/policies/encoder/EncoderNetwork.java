package dev.tandem.policies.encoder;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.Dense;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/**
 * The forward pass of an {@link EncoderShape} in plain Java: no TensorFlow where a robot is driven.
 * Equal bits with and without the Vector API. One thread, as it holds scratch arrays.
 */
public final class EncoderNetwork implements ImageEncoder {
  private final EncoderShape shape;
  private final String fingerprint;
  private final Eye[] eyes;
  private final Dense hiddenLayer;
  private final Dense numbersLayer;
  private final float[] points;
  private final float[] hidden;

  /**
   * Takes the weights as they are; nobody may change them afterwards.
   *
   * @param weights in the order of {@link EncoderShape#layout}
   * @param fingerprint of the file that they are from
   */
  public EncoderNetwork(
      EncoderShape shape, float[] weights, String fingerprint, Arithmetic arithmetic) {
    ParameterLayout layout = shape.layout();
    if (weights.length != layout.size()) {
      throw new IllegalArgumentException(
          "encoder: expected " + layout.size() + " weights, found " + weights.length);
    }
    this.shape = shape;
    this.fingerprint = fingerprint;
    this.eyes =
        shape.images().stream()
            .map(image -> new Eye(shape, image, weights, arithmetic))
            .toArray(Eye[]::new);
    this.hiddenLayer = layout.layer("hidden", weights, arithmetic);
    this.numbersLayer = layout.layer("numbers", weights, arithmetic);
    this.points = new float[eyes.length * shape.pointsPerImage()];
    this.hidden = new float[shape.hidden()];
  }

  @Override
  public List<ImageSpec> images() {
    return shape.images();
  }

  @Override
  public List<String> names() {
    return shape.numbers();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  @HotPath
  public void encode(byte[][] pixels, float[] numbers) {
    for (int i = 0; i < eyes.length; i++) {
      eyes[i].look(pixels[i], points, i * eyes[i].size());
    }
    hiddenLayer.forward(points, hidden);
    Activation.RELU.apply(hidden, hidden.length);
    numbersLayer.forward(hidden, numbers);
  }
}
