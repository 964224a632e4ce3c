package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Activation;

/** Kernels on plain arrays, for machines without the Vector API; the same bits, slower. */
final class PlainKernels implements Kernels {
  private static final int W = Tiling.WIDTH;

  private final float[] slab;
  private final ThreadLocal<float[]> sums = ThreadLocal.withInitial(() -> new float[2 * W]);

  PlainKernels(float[] slab) {
    this.slab = slab;
  }

  @Override
  public float[] slab() {
    return slab;
  }

  @Override
  public void multiply(Product product, int panel, int fromRow, int toRow) {
    PlainProduct.run(slab, sums.get(), product, panel, fromRow, toRow);
  }

  @Override
  public void transpose(Panels from, int panel, int rows, Panels to) {
    Transposition.run(slab, from, panel, rows, to);
  }

  @Override
  public void activate(Activation activation, int before, int after, int count) {
    for (int i = 0; i < count; i++) {
      slab[after + i] = PlainActivations.activated(activation, slab[before + i]);
    }
  }

  @Override
  public void derive(Activation activation, int before, int after, int by, int count) {
    for (int i = 0; i < count; i++) {
      slab[by + i] =
          PlainActivations.derived(activation, slab[before + i], slab[after + i], slab[by + i]);
    }
  }

  @Override
  public void exponentiate(int in, int out, int count) {
    for (int i = 0; i < count; i++) {
      slab[out + i] = PlainSquash.POWER.of(slab[in + i]);
    }
  }

  @Override
  public void normalise(Norm norm, int fromRow, int toRow) {
    PlainNorm.forward(slab, sums.get(), norm, fromRow, toRow);
  }

  @Override
  public void normaliseBack(Norm norm, int fromRow, int toRow) {
    PlainNorm.backward(slab, sums.get(), norm, fromRow, toRow);
  }

  @Override
  public void sumRows(Panels matrix, int panel, int rows, int out) {
    for (int column = 0; column < W; column++) {
      float sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += slab[matrix.row(panel, row) + column];
      }
      slab[out + column] = sum;
    }
  }

  @Override
  public void sumProducts(Panels left, Panels right, int panel, int rows, int out) {
    for (int column = 0; column < W; column++) {
      float sum = 0;
      for (int row = 0; row < rows; row++) {
        float factor = slab[left.row(panel, row) + column];
        sum = Math.fma(factor, slab[right.row(panel, row) + column], sum);
      }
      slab[out + column] = sum;
    }
  }

  @Override
  public void sumWeighted(int weights, Panels matrix, int panel, int rows, int out) {
    for (int column = 0; column < W; column++) {
      float sum = 0;
      for (int row = 0; row < rows; row++) {
        sum = Math.fma(slab[weights + row], slab[matrix.row(panel, row) + column], sum);
      }
      slab[out + column] = sum;
    }
  }

  @Override
  public void dot(Dot dot, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      float sum = RowSums.common(slab, sums.get(), dot.matrix(), row, dot.row(), 0);
      slab[dot.out() + row] = sum + slab[dot.bias()];
    }
  }

  @Override
  public void squash(Squash squash, int from, int count) {
    for (int i = from; i < from + count; i++) {
      PlainSquash.run(slab, squash, i);
    }
  }

  @Override
  public void descend(Learnt learnt, int from, int count, AdamStep step) {
    for (int i = from; i < from + count; i++) {
      PlainAdam.descend(slab, learnt, i, step);
    }
  }

  @Override
  public void multiplyRow(int row, RowWeights weights, int out) {
    PlainRow.multiply(slab, sums.get(), row, weights, out);
  }

  @Override
  public void multiplyRowBack(RowWeights weights, int byOut, int byRow) {
    PlainRow.multiplyBack(slab, sums.get(), weights, byOut, byRow);
  }

  @Override
  public void trace(Trace trace, float decay) {
    PlainRow.trace(slab, trace, decay);
  }

  @Override
  public void add(float scale, int from, int to, int count) {
    for (int i = 0; i < count; i++) {
      slab[to + i] = Math.fma(slab[from + i], scale, slab[to + i]);
    }
  }
}
