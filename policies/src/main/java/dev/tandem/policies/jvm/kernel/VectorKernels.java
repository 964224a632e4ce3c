package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Activation;

/** Kernels on the Vector API. */
final class VectorKernels implements Kernels {
  private static final Tile TILE = Tiling.chosen().tile();

  private final float[] slab;

  VectorKernels(float[] slab) {
    this.slab = slab;
  }

  @Override
  public float[] slab() {
    return slab;
  }

  @Override
  public void multiply(Product product, int panel, int fromRow, int toRow) {
    TILE.run(slab, product, panel, fromRow, toRow);
  }

  @Override
  public void transpose(Panels from, int panel, int rows, Panels to) {
    VectorTransposition.run(slab, from, panel, rows, to);
  }

  @Override
  public void activate(Activation activation, int before, int after, int count) {
    switch (activation) {
      case RELU -> VectorActivations.relu(slab, before, after, count);
      case LEAKY_RELU -> VectorActivations.leakyRelu(slab, before, after, count);
      case TANH -> VectorActivations.tanh(slab, before, after, count);
      case SILU -> VectorActivations.silu(slab, before, after, count);
    }
  }

  @Override
  public void derive(Activation activation, int before, int after, int by, int count) {
    switch (activation) {
      case RELU -> VectorActivations.reluBack(slab, after, by, count);
      case LEAKY_RELU -> VectorActivations.leakyReluBack(slab, after, by, count);
      case TANH -> VectorActivations.tanhBack(slab, after, by, count);
      case SILU -> VectorActivations.siluBack(slab, before, after, by, count);
    }
  }

  @Override
  public void exponentiate(int in, int out, int count) {
    VectorExponential.run(slab, in, out, count, PlainSquash.POWER);
  }

  @Override
  public void normalise(Norm norm, int fromRow, int toRow) {
    VectorNorm.run(slab, norm, fromRow, toRow);
  }

  @Override
  public void normaliseBack(Norm norm, int fromRow, int toRow) {
    VectorNormBack.run(slab, norm, fromRow, toRow);
  }

  @Override
  public void sumRows(Panels matrix, int panel, int rows, int out) {
    VectorSums.rows(slab, matrix.row(panel, 0), rows, out);
  }

  @Override
  public void sumProducts(Panels left, Panels right, int panel, int rows, int out) {
    VectorSums.products(slab, left.row(panel, 0), right.row(panel, 0), rows, out);
  }

  @Override
  public void sumWeighted(int weights, Panels matrix, int panel, int rows, int out) {
    VectorSums.weighted(slab, weights, matrix.row(panel, 0), rows, out);
  }

  @Override
  public void dot(Dot dot, int fromRow, int toRow) {
    VectorRowSums.dot(slab, dot, fromRow, toRow);
  }

  @Override
  public void squash(Squash squash, int from, int count) {
    VectorSquash.run(slab, squash, from, count);
  }

  @Override
  public void descend(Learnt learnt, int from, int count, AdamStep step) {
    VectorAdam.descend(slab, learnt, from, count, step);
  }

  @Override
  public void multiplyRow(int row, RowWeights weights, int out) {
    VectorRow.multiply(slab, row, weights, out);
  }

  @Override
  public void multiplyRowBack(RowWeights weights, int byOut, int byRow) {
    VectorRow.multiplyBack(slab, weights, byOut, byRow);
  }

  @Override
  public void trace(Trace trace, float decay) {
    VectorTrace.run(slab, trace, decay);
  }

  @Override
  public void add(float scale, int from, int to, int count) {
    VectorTrace.add(slab, scale, from, to, count);
  }
}
