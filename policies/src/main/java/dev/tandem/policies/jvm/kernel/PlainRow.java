package dev.tandem.policies.jvm.kernel;

/**
 * A layer for batches of one on plain arrays. Sums down the rows of the weights start at the bias
 * with the first input, odd inputs have a sum of their own; sums along a row are {@link RowSums}.
 */
final class PlainRow {
  private static final int W = Tiling.WIDTH;

  private PlainRow() {}

  /**
   * @param sums of two panels' columns: even and odd
   */
  static void multiply(float[] s, float[] sums, int row, RowWeights weights, int out) {
    for (int column = 0; column < weights.step(); column += W) {
      int count = Math.min(W, weights.step() - column);
      for (int i = 0; i < count; i++) {
        sums[i] = s[weights.row(weights.inputs()) + column + i];
        sums[W + i] = 0;
      }
      for (int input = 0; input < weights.inputs(); input++) {
        float x = s[row + input];
        int at = weights.row(input) + column;
        int sum = input % 2 * W;
        for (int i = 0; i < count; i++) {
          sums[sum + i] = Math.fma(x, s[at + i], sums[sum + i]);
        }
      }
      for (int i = 0; i < count; i++) {
        s[out + column + i] = sums[i] + sums[W + i];
      }
    }
  }

  static void multiplyBack(float[] s, float[] sums, RowWeights weights, int byOut, int byRow) {
    for (int i = 0; i < weights.inputs(); i++) {
      s[byRow + i] = RowSums.common(s, sums, weights.row(i), byOut, weights.step());
    }
  }

  static void trace(float[] s, Trace trace, float decay) {
    RowWeights values = trace.values();
    for (int column = 0; column < values.step(); column++) {
      s[trace.norms() + column] = 0;
    }
    for (int input = 0; input <= values.inputs(); input++) {
      float x = input < values.inputs() ? s[trace.row() + input] : 1;
      int at = values.row(input);
      for (int column = 0; column < values.step(); column++) {
        float z = Math.fma(s[at + column], decay, s[trace.byOut() + column] * x);
        s[at + column] = z;
        s[trace.norms() + column] += Math.abs(z);
      }
    }
  }
}
