package dev.tandem.policies.jvm.kernel;

/** Turns a panel of columns into rows, in squares that stay in the cache. */
final class Transposition {
  private static final int W = Tiling.WIDTH;

  private Transposition() {}

  static void run(float[] s, Panels from, int panel, int rows, Panels to) {
    int columns = Math.min(W, from.columns() - panel * W);
    for (int row = 0; row < rows; row += W) {
      int source = from.row(panel, row);
      int sink = to.row(row / W, panel * W);
      rectangle(s, source, sink, Math.min(W, rows - row), columns);
    }
  }

  /**
   * @param source of the first value
   * @param sink of the first value
   */
  static void rectangle(float[] s, int source, int sink, int rows, int columns) {
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        s[sink + column * W + row] = s[source + row * W + column];
      }
    }
  }
}
