package dev.tandem.policies.jvm.kernel;

/** Products on plain arrays: a row's sums of one panel at a time. */
final class PlainProduct {
  private static final int W = Panels.WIDTH;

  private PlainProduct() {}

  static void run(float[] s, float[] sums, Product p, int panel, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      System.arraycopy(s, p.startAt(panel, row, 0), sums, 0, W);
      for (int k = 0; k < p.depth; k++) {
        int left = p.leftAt(row, k) + k % Product.CHUNK * p.leftDepthStep;
        accumulate(s, sums, s[left], p.rightAt(panel, k));
      }
      store(s, sums, p.outAt(panel, row), p.floor);
    }
  }

  private static void accumulate(float[] s, float[] sums, float factor, int right) {
    for (int column = 0; column < W; column++) {
      sums[column] = Math.fma(factor, s[right + column], sums[column]);
    }
  }

  private static void store(float[] s, float[] sums, int out, float floor) {
    for (int column = 0; column < W; column++) {
      s[out + column] = Math.max(sums[column], floor);
    }
  }
}
