package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/**
 * Products whose columns fit into one vector, in tiles of eight rows: as many sums as keep the
 * multipliers busy.
 */
final class NarrowTile {
  private static final int W = Panels.WIDTH;

  private NarrowTile() {}

  /** Rows {@code fromRow .. toRow - 1} of a panel. */
  static void run(float[] s, Product p, int panel, int fromRow, int toRow) {
    for (int chunk = 0; chunk < p.chunks(); chunk++) {
      for (int row = fromRow; row < toRow; row += 8) {
        tile(s, p, panel, chunk, row);
      }
    }
  }

  /** In one piece: sums that are handed to another method would leave their registers. */
  private static void tile(float[] s, Product p, int panel, int chunk, int row) {
    Product.Left factor = p.left();
    int a = factor.at(row, chunk);
    int rowStep = factor.rowStep();
    int depthStep = factor.depthStep();
    int depth = p.depth(chunk);
    int b = p.rightAt(panel, chunk);
    int from = p.startAt(panel, chunk, row);
    int fromStep = p.startStep(chunk);
    int c = p.out().row(panel, row);
    FloatVector sum0 = at(s, from);
    FloatVector sum1 = at(s, from + fromStep);
    FloatVector sum2 = at(s, from + 2 * fromStep);
    FloatVector sum3 = at(s, from + 3 * fromStep);
    FloatVector sum4 = at(s, from + 4 * fromStep);
    FloatVector sum5 = at(s, from + 5 * fromStep);
    FloatVector sum6 = at(s, from + 6 * fromStep);
    FloatVector sum7 = at(s, from + 7 * fromStep);
    for (int k = 0; k < depth; k++) {
      FloatVector right = at(s, b);
      sum0 = all(s[a]).fma(right, sum0);
      sum1 = all(s[a + rowStep]).fma(right, sum1);
      sum2 = all(s[a + 2 * rowStep]).fma(right, sum2);
      sum3 = all(s[a + 3 * rowStep]).fma(right, sum3);
      sum4 = all(s[a + 4 * rowStep]).fma(right, sum4);
      sum5 = all(s[a + 5 * rowStep]).fma(right, sum5);
      sum6 = all(s[a + 6 * rowStep]).fma(right, sum6);
      sum7 = all(s[a + 7 * rowStep]).fma(right, sum7);
      a += depthStep;
      b += Panels.WIDTH;
    }
    FloatVector floor = all(p.floor(chunk));
    sum0.max(floor).intoArray(s, c);
    sum1.max(floor).intoArray(s, c + W);
    sum2.max(floor).intoArray(s, c + 2 * W);
    sum3.max(floor).intoArray(s, c + 3 * W);
    sum4.max(floor).intoArray(s, c + 4 * W);
    sum5.max(floor).intoArray(s, c + 5 * W);
    sum6.max(floor).intoArray(s, c + 6 * W);
    sum7.max(floor).intoArray(s, c + 7 * W);
  }
}
