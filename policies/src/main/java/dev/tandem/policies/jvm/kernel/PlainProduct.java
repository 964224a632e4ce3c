package dev.tandem.policies.jvm.kernel;

/** Products on plain arrays: a row's sums of one panel at a time. */
final class PlainProduct {
  private static final int W = Tiling.WIDTH;

  private PlainProduct() {}

  static void run(float[] s, float[] sums, Product p, int panel, int fromRow, int toRow) {
    for (Chunk c : p.chunks()) {
      for (int row = fromRow; row < toRow; row++) {
        System.arraycopy(s, c.startAt(panel, row), sums, 0, W);
        accumulate(s, sums, c, c.leftAt(row), c.rightAt(panel));
        store(s, sums, c.rectified, c.outAt(panel, row));
      }
    }
  }

  private static void accumulate(float[] s, float[] sums, Chunk c, int left, int right) {
    for (int k = 0; k < c.depth; k++) {
      float factor = s[left + k * c.depthStep];
      for (int column = 0; column < W; column++) {
        sums[column] = Math.fma(factor, s[right + k * W + column], sums[column]);
      }
    }
  }

  private static void store(float[] s, float[] sums, boolean rectified, int out) {
    for (int column = 0; column < W; column++) {
      s[out + column] = rectified && sums[column] < 0 ? 0 : sums[column];
    }
  }
}
