package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;

/**
 * All that is computed on a slab in bulk. Places are offsets into the slab, counts are multiples of
 * {@link SlabPlan#ALIGNMENT}. Threads may work on different rows, panels or places at once. Nothing
 * is allocated.
 */
public interface Kernels {
  /**
   * Kernels that work on {@code slab}; both arithmetics give the same bits where vectors have 512
   * bits. Narrower ones add up in another order.
   */
  static Kernels of(Arithmetic arithmetic, float[] slab) {
    return arithmetic == Arithmetic.VECTOR ? new VectorKernels(slab) : new PlainKernels(slab);
  }

  /** What they work on. */
  float[] slab();

  /** One panel of a product, rows {@code fromRow .. toRow - 1}, multiples of eight. */
  void multiply(Product product, int panel, int fromRow, int toRow);

  /** The first {@code rows} rows of one panel of {@code from}; columns of it become rows. */
  void transpose(Panels from, int panel, int rows, Panels to);

  /** after = activation(before); the two may be the same place. */
  void activate(Activation activation, int before, int after, int count);

  /** by *= activation'(before), with after = activation(before). */
  void derive(Activation activation, int before, int after, int by, int count);

  /** out = e^in, bounded to what is finite; the two may be the same place. */
  void exponentiate(int in, int out, int count);

  /** Normalises rows. */
  void normalise(Norm norm, int fromRow, int toRow);

  /** Carries the gradient by what came out of the norm back to what went in. */
  void normaliseBack(Norm norm, int fromRow, int toRow);

  /** out[column] = the sum over {@code rows} rows, for one panel. */
  void sumRows(Panels matrix, int panel, int rows, int out);

  /** out[column] = the sum over {@code rows} rows of left * right, for one panel. */
  void sumProducts(Panels left, Panels right, int panel, int rows, int out);

  /** out[column] = the sum over {@code rows} rows of weights[row] * matrix, for one panel. */
  void sumWeighted(int weights, Panels matrix, int panel, int rows, int out);

  /** Rows {@code fromRow .. toRow - 1} times one row. */
  void dot(Dot dot, int fromRow, int toRow);

  /** Draws and squashes values {@code from .. from + count - 1}. */
  void squash(Squash squash, int from, int count);

  /** One optimiser step of values {@code from .. from + count - 1}. */
  void descend(Learnt learnt, int from, int count, AdamStep step);

  /** A layer for one row: out = row weights + bias, both in whole cache lines. */
  void multiplyRow(int row, RowWeights weights, int out);

  /** From the gradient by a layer's outputs, zero after them, to that by its row of inputs. */
  void multiplyRowBack(RowWeights weights, int byOut, int byRow);

  /** Lets a trace fade and adds the gradient. */
  void trace(Trace trace, float decay);

  /** to += scale from. */
  void add(float scale, int from, int to, int count);
}
