package dev.tandem.policies.tensorflow;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/** Arithmetic on float tensors in few words. Nothing is computed here: it grows the graph. */
record FloatOps(Ops tf) {
  Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  Operand<TFloat32> add(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.add(a, b);
  }

  Operand<TFloat32> add(double a, Operand<TFloat32> b) {
    return tf.math.add(constant(a), b);
  }

  Operand<TFloat32> sub(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.sub(a, b);
  }

  Operand<TFloat32> mul(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mul(a, b);
  }

  Operand<TFloat32> mul(double a, Operand<TFloat32> b) {
    return tf.math.mul(constant(a), b);
  }

  Operand<TFloat32> exp(Operand<TFloat32> x) {
    return tf.math.exp(x);
  }

  Operand<TFloat32> square(Operand<TFloat32> x) {
    return tf.math.square(x);
  }

  /** Matrix product of the last two dimensions; a leading one is the ensemble's. */
  Operand<TFloat32> product(Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(a, b, false, false);
  }

  /** a^T b. */
  Operand<TFloat32> productOfTransposed(Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(a, b, true, false);
  }

  /** a b^T. */
  Operand<TFloat32> productWithTransposed(Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(a, b, false, true);
  }

  private Operand<TFloat32> product(
      Operand<TFloat32> a, Operand<TFloat32> b, boolean transposeA, boolean transposeB) {
    if (b.shape().numDimensions() == 2) {
      return tf.linalg.matMul(a, b, MatMul.transposeA(transposeA), MatMul.transposeB(transposeB));
    }
    return tf.scope()
        .opBuilder("BatchMatMulV2", "BatchMatMulV2")
        .addInput(a.asOutput())
        .addInput(b.asOutput())
        .setAttr("adj_x", transposeA)
        .setAttr("adj_y", transposeB)
        .build()
        .<TFloat32>output(0);
  }

  /** Adds a bias of its own to every column. */
  Operand<TFloat32> addBias(Operand<TFloat32> x, Operand<TFloat32> bias) {
    return bias.shape().numDimensions() == 1 ? tf.nn.biasAdd(x, bias) : add(x, bias);
  }

  /** The sum over the rows, the last dimension but one, which goes. */
  Operand<TFloat32> sumOfRows(Operand<TFloat32> x) {
    return tf.reduceSum(x, tf.constant(-2));
  }

  /** The mean over everything. */
  Operand<TFloat32> mean(Operand<TFloat32> x) {
    return tf.math.mean(tf.reshape(x, tf.constant(new int[] {-1})), tf.constant(0));
  }

  /** The mean of each row, the last dimension, which stays with extent one. */
  Operand<TFloat32> rowMean(Operand<TFloat32> x) {
    return tf.math.mean(x, tf.constant(-1), Mean.keepDims(true));
  }

  /** The sum of each row, the last dimension, which goes. */
  Operand<TFloat32> rowSum(Operand<TFloat32> x) {
    return tf.reduceSum(x, tf.constant(-1));
  }

  /** The sum over everything. */
  Operand<TFloat32> sum(Operand<TFloat32> x) {
    return tf.reduceSum(flat(x), tf.constant(0));
  }

  /** Row {@code index}; the first dimension goes. */
  Operand<TFloat32> row(Operand<TFloat32> x, int index) {
    return tf.squeeze(rows(x, index, 1), Squeeze.axis(List.of(0L)));
  }

  /** Column {@code index} of three dimensions; the last one goes. */
  Operand<TFloat32> lastColumn(Operand<TFloat32> x, int index) {
    Operand<TFloat32> column =
        tf.slice(x, tf.constant(new int[] {0, 0, index}), tf.constant(new int[] {-1, -1, 1}));
    return tf.squeeze(column, Squeeze.axis(List.of(2L)));
  }

  /** Everything in one row. */
  Operand<TFloat32> flat(Operand<TFloat32> x) {
    return tf.reshape(x, tf.constant(new int[] {-1}));
  }

  /** Rows {@code from .. from + count - 1}. */
  Operand<TFloat32> rows(Operand<TFloat32> x, int from, int count) {
    int rank = x.shape().numDimensions();
    int[] begin = new int[rank];
    int[] size = new int[rank];
    begin[0] = from;
    Arrays.fill(size, -1);
    size[0] = count;
    return tf.slice(x, tf.constant(begin), tf.constant(size));
  }
}
