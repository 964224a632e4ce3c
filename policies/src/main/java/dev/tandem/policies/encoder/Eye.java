package dev.tandem.policies.encoder;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.Dense;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.HotPath;

/** One camera's part of an encoder: from its pixels to the places that its filters point at. */
final class Eye {
  private final ConvolutionLayer[] layers;
  private final float[][] values;
  private final FeaturePoints points;
  private final int size;

  Eye(EncoderShape shape, ImageSpec image, float[] weights, Arithmetic arithmetic) {
    int count = shape.convolutions().size();
    layers = new ConvolutionLayer[count];
    values = new float[count + 1][];
    values[0] = new float[image.bytes()];
    int rows = image.height();
    int columns = image.width();
    int depth = image.depth();
    ParameterLayout layout = shape.layout();
    for (int i = 0; i < count; i++) {
      Convolution convolution = shape.convolutions().get(i);
      Dense filters = layout.layer(EncoderShape.layer(image, i), weights, arithmetic);
      layers[i] = new ConvolutionLayer(convolution, rows, columns, depth, filters);
      rows = layers[i].rowsOut();
      columns = layers[i].columnsOut();
      depth = convolution.filters();
      values[i + 1] = new float[layers[i].size()];
    }
    points = new FeaturePoints(rows, columns, depth);
    size = 2 * depth;
  }

  /** Numbers that it writes. */
  int size() {
    return size;
  }

  @HotPath
  void look(byte[] pixels, float[] to, int at) {
    PixelScale.scale(pixels, values[0], 0);
    for (int i = 0; i < layers.length; i++) {
      layers[i].forward(values[i], values[i + 1]);
      if (i + 1 < layers.length) {
        Activation.RELU.apply(values[i + 1], values[i + 1].length);
      }
    }
    points.point(values[layers.length], to, at);
  }
}
