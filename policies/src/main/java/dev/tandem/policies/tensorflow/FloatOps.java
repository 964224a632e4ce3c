package dev.tandem.policies.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
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

  /** [rows][inputs] x [inputs][outputs]. */
  Operand<TFloat32> matMul(Operand<TFloat32> a, Operand<TFloat32> b, MatMul.Options... options) {
    return tf.linalg.matMul(a, b, options);
  }

  /** [critics or 1][rows][inputs] x [critics][inputs][outputs]. */
  Operand<TFloat32> batchMatMul(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.scope()
        .opBuilder("BatchMatMulV2", "BatchMatMulV2")
        .addInput(a.asOutput())
        .addInput(b.asOutput())
        .build()
        .<TFloat32>output(0);
  }

  /** The mean over everything. */
  Operand<TFloat32> mean(Operand<TFloat32> x) {
    return tf.math.mean(tf.reshape(x, tf.constant(new int[] {-1})), tf.constant(0));
  }

  /** The mean over the last dimension, which stays with extent one. */
  Operand<TFloat32> rowMean(Operand<TFloat32> x) {
    return tf.math.mean(x, tf.constant(-1), Mean.keepDims(true));
  }

  /** The sum over the last dimension, which goes. */
  Operand<TFloat32> rowSum(Operand<TFloat32> x) {
    return tf.reduceSum(x, tf.constant(-1));
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

  /** d {@code of} / d {@code by}, as one flat row in the order of {@code by}. */
  Operand<TFloat32> gradient(Operand<TFloat32> of, List<Operand<TFloat32>> by) {
    Output<?>[] inputs = by.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    Output<?>[] gradients = ((Graph) tf.scope().env()).addGradients(of.asOutput(), inputs);
    List<Operand<TFloat32>> pieces = new ArrayList<>();
    for (Output<?> gradient : gradients) {
      pieces.add(flat(gradient.expect(TFloat32.class)));
    }
    return tf.concat(pieces, tf.constant(0));
  }
}
