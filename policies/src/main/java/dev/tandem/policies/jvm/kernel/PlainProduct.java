package dev.tandem.policies.jvm.kernel;

/** Products on plain arrays: a row's sums of one panel at a time. */
final class PlainProduct {
  private static final int W = Panels.WIDTH;

  private PlainProduct() {}

  static void run(float[] s, float[] sums, Product p, int panel, int fromRow, int toRow) {
    for (int chunk = 0; chunk < p.chunks(); chunk++) {
      for (int row = fromRow; row < toRow; row++) {
        int start = p.startAt(panel, chunk, row);
        System.arraycopy(s, start, sums, 0, W);
        accumulate(s, sums, p, panel, chunk, row);
        store(s, sums, p.out().row(panel, row), p.floor(chunk));
      }
    }
  }

  private static void accumulate(
      float[] s, float[] sums, Product p, int panel, int chunk, int row) {
    int left = p.left().at(row, chunk);
    int right = p.rightAt(panel, chunk);
    for (int k = 0; k < p.depth(chunk); k++) {
      float factor = s[left + k * p.left().depthStep()];
      for (int column = 0; column < W; column++) {
        sums[column] = Math.fma(factor, s[right + k * W + column], sums[column]);
      }
    }
  }

  private static void store(float[] s, float[] sums, int out, float floor) {
    for (int column = 0; column < W; column++) {
      s[out + column] = Math.max(sums[column], floor);
    }
  }
}
