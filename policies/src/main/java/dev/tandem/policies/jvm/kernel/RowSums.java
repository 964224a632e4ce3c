package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Arithmetic;
import java.util.Arrays;

/**
 * Sums across a row on plain arrays, in the order of the machine's vectors: four vectors' lanes run
 * along the rows of panels, then they are added up, and their lanes as a tree.
 */
final class RowSums {
  private static final int W = Tiling.WIDTH;
  private static final int LANES = Arithmetic.fastest() == Arithmetic.VECTOR ? Simd.LANES : 16;

  private RowSums() {}

  static float total(float[] s, float[] sums, Panels matrix, int row) {
    Arrays.fill(sums, 0);
    for (int panel = 0; panel < matrix.panels(); panel++) {
      int x = matrix.row(panel, row);
      for (int column = 0; column < W; column++) {
        sums[column % (4 * LANES)] += s[x + column];
      }
    }
    return ofColumns(sums);
  }

  /** The sum of the products of two rows of as many panels. */
  static float common(
      float[] s, float[] sums, Panels left, int leftRow, Panels right, int rightRow) {
    Arrays.fill(sums, 0);
    for (int panel = 0; panel < left.panels(); panel++) {
      int x = left.row(panel, leftRow);
      int y = right.row(panel, rightRow);
      for (int column = 0; column < W; column++) {
        int sum = column % (4 * LANES);
        sums[sum] = Math.fma(s[x + column], s[y + column], sums[sum]);
      }
    }
    return ofColumns(sums);
  }

  /** The sum of {@code count} products, whole vectors: the lanes of one run along all of them. */
  static float common(float[] s, float[] sums, int left, int right, int count) {
    Arrays.fill(sums, 0, LANES, 0);
    for (int i = 0; i < count; i++) {
      int lane = i % LANES;
      sums[lane] = Math.fma(s[left + i], s[right + i], sums[lane]);
    }
    return ofLanes(sums);
  }

  private static float ofColumns(float[] sums) {
    for (int i = 0; i < LANES; i++) {
      float left = sums[i] + sums[i + LANES];
      sums[i] = left + (sums[i + 2 * LANES] + sums[i + 3 * LANES]);
    }
    return ofLanes(sums);
  }

  private static float ofLanes(float[] sums) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sums[i] += sums[i + half];
      }
    }
    return sums[0];
  }
}
