package dev.tandem.policies.tensorflow;

import dev.tandem.policies.encoder.Convolution;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One step of an encoder's regression as a graph; TensorFlow finds the gradients itself. */
final class EncoderGraph {
  /** Of each camera, [rows][height][width][depth], scaled. */
  final List<Placeholder<TFloat32>> pictures = new ArrayList<>();

  /** [rows][numbers]. */
  final Placeholder<TFloat32> labels;

  /** A step's numbers, [{@link AdamSchedule#WIDTH}]. */
  final Placeholder<TFloat32> schedule;

  final AdamVariable network;
  final Operand<TFloat32> numbers;
  final Operand<TFloat32> error;
  final Op step;

  EncoderGraph(Ops tf, EncoderShape shape, int rows) {
    FloatOps f = new FloatOps(tf);
    labels = placeholder(tf, rows, shape.numbers().size());
    schedule = placeholder(tf, AdamSchedule.WIDTH);
    network = AdamVariable.plain(tf, "encoder", shape.layout());
    Weights weights = network.value().weightsAfter(tf, List.of());
    List<Operand<TFloat32>> points = new ArrayList<>();
    for (ImageSpec image : shape.images()) {
      pictures.add(placeholder(tf, rows, image.height(), image.width(), image.depth()));
      points.add(new EyeGraph(f, shape, image, rows).points(weights, pictures));
    }
    Operand<TFloat32> all = points.size() == 1 ? points.get(0) : tf.concat(points, tf.constant(1));
    Operand<TFloat32> hidden = tf.nn.relu(dense(f, weights, "hidden", all));
    numbers = dense(f, weights, "numbers", hidden);
    error = f.mean(f.square(f.sub(numbers, labels)));
    step = network.step(f, gradients(f, shape.layout(), weights), schedule);
  }

  private static Operand<TFloat32> dense(
      FloatOps f, Weights weights, String name, Operand<TFloat32> input) {
    Operand<TFloat32> product = f.product(input, weights.get(name + ".weights"));
    return f.addBias(product, weights.get(name + ".bias"));
  }

  private Operand<TFloat32> gradients(FloatOps f, ParameterLayout layout, Weights weights) {
    org.tensorflow.op.core.Gradients found = f.tf().gradients(error, weights.arrays());
    Gradients gradients = new Gradients();
    for (int i = 0; i < layout.pieces().size(); i++) {
      gradients.add(layout.pieces().get(i).name(), found.dy(i));
    }
    return gradients.flat(f, layout);
  }

  private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }

  /** One camera's part. */
  private record EyeGraph(FloatOps f, EncoderShape shape, ImageSpec image, int rows) {
    /** Where the last filters point, [rows][filter x (column, row)], of the newest picture. */
    Operand<TFloat32> points(Weights weights, List<Placeholder<TFloat32>> pictures) {
      Ops tf = f.tf();
      Operand<TFloat32> values = pictures.get(pictures.size() - 1);
      int height = image.height();
      int width = image.width();
      int depth = image.depth();
      for (int i = 0; i < shape.convolutions().size(); i++) {
        Convolution each = shape.convolutions().get(i);
        values = i == 0 ? values : tf.nn.relu(values);
        values = convolved(weights, values, i, depth);
        height = each.places(height);
        width = each.places(width);
        depth = each.filters();
      }
      Operand<TFloat32> byFilter = tf.linalg.transpose(values, tf.constant(new int[] {0, 3, 1, 2}));
      int[] maps = {rows * depth, height * width};
      Operand<TFloat32> shares = tf.nn.softmax(tf.reshape(byFilter, tf.constant(maps)));
      Operand<TFloat32> places = f.product(shares, tf.constant(coordinates(height, width)));
      return tf.reshape(places, tf.constant(new int[] {rows, 2 * depth}));
    }

    private Operand<TFloat32> convolved(
        Weights weights, Operand<TFloat32> values, int index, int depth) {
      Ops tf = f.tf();
      Convolution each = shape.convolutions().get(index);
      String name = EncoderShape.layer(image, index);
      int[] extents = {each.kernel(), each.kernel(), depth, each.filters()};
      Operand<TFloat32> filters = tf.reshape(weights.get(name + ".weights"), tf.constant(extents));
      long stride = each.stride();
      List<Long> strides = List.of(1L, stride, stride, 1L);
      Operand<TFloat32> answers = tf.nn.conv2d(values, filters, strides, "VALID");
      return tf.nn.biasAdd(answers, weights.get(name + ".bias"));
    }

    /** Column and row of every place, [row x column][2], from -1 to 1. */
    private static float[][] coordinates(int height, int width) {
      float[][] places = new float[height * width][];
      for (int i = 0; i < places.length; i++) {
        int row = i / width;
        int column = i % width;
        places[i] =
            new float[] {
              EncoderShape.coordinate(column, width), EncoderShape.coordinate(row, height)
            };
      }
      return places;
    }
  }
}
