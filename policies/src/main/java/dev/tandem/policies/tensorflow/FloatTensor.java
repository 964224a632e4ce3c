package dev.tandem.policies.tensorflow;

import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A native tensor that is filled again and again. Owner closes it. */
final class FloatTensor implements AutoCloseable {
  private final TFloat32 tensor;

  FloatTensor(Shape shape) {
    tensor = TFloat32.tensorOf(shape);
  }

  TFloat32 filledWith(float[] values) {
    tensor.asRawTensor().data().asFloats().write(values);
    return tensor;
  }

  static float[] read(Tensor tensor) {
    float[] values = new float[(int) tensor.shape().size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
