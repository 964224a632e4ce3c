package dev.tandem.policies.jvm.kernel;

import java.util.Arrays;

/**
 * Sums across a row on plain arrays, in the order of the vectors: first one sum for every column of
 * a panel, then these as a tree.
 */
final class RowSums {
  private static final int W = Panels.WIDTH;
  private static final int LANES = W / 4;

  private RowSums() {}

  static float total(float[] s, float[] sums, Panels matrix, int row) {
    Arrays.fill(sums, 0);
    for (int panel = 0; panel < matrix.panels(); panel++) {
      int x = matrix.row(panel, row);
      for (int column = 0; column < W; column++) {
        sums[column] += s[x + column];
      }
    }
    return ofColumns(sums);
  }

  static float common(
      float[] s, float[] sums, Panels left, int leftRow, Panels right, int rightRow) {
    Arrays.fill(sums, 0);
    for (int panel = 0; panel < left.panels(); panel++) {
      int x = left.row(panel, leftRow);
      int y = right.row(panel, rightRow);
      for (int column = 0; column < W; column++) {
        sums[column] = Math.fma(s[x + column], s[y + column], sums[column]);
      }
    }
    return ofColumns(sums);
  }

  static float squares(float[] s, float[] sums, int from, int count) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < count; i++) {
      float x = s[from + i];
      sums[i % LANES] = Math.fma(x, x, sums[i % LANES]);
    }
    return ofLanes(sums);
  }

  private static float ofColumns(float[] sums) {
    for (int lane = 0; lane < LANES; lane++) {
      float left = sums[lane] + sums[lane + LANES];
      sums[lane] = left + (sums[lane + 2 * LANES] + sums[lane + 3 * LANES]);
    }
    return ofLanes(sums);
  }

  private static float ofLanes(float[] sums) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        sums[lane] += sums[lane + half];
      }
    }
    return sums[0];
  }
}
