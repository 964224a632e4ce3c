package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/**
 * Products in tiles of four rows by two vectors: eight sums, for machines with 16 vector registers
 * and for panels that are half empty.
 */
final class HalfTile {
  private static final int W = Panels.WIDTH;

  private HalfTile() {}

  /** Rows {@code fromRow .. toRow - 1} of a panel. */
  static void run(float[] s, Product p, int panel, int fromRow, int toRow) {
    int columns = p.columns(panel);
    for (int chunk = 0; chunk < p.chunks(); chunk++) {
      for (int column = 0; column < columns; column += 2 * LANES) {
        for (int row = fromRow; row < toRow; row += 4) {
          tile(s, p, panel, chunk, row, column);
        }
      }
    }
  }

  /** In one piece: sums that are handed to another method would leave their registers. */
  private static void tile(float[] s, Product p, int panel, int chunk, int row, int column) {
    Product.Left factor = p.left();
    int a = factor.at(row, chunk);
    int rowStep = factor.rowStep();
    int depthStep = factor.depthStep();
    int depth = p.depth(chunk);
    int b = p.rightAt(panel, chunk) + column;
    int from = p.startAt(panel, chunk, row) + column;
    int fromStep = p.startStep(chunk);
    int c = p.out().row(panel, row) + column;
    FloatVector sum00 = at(s, from);
    FloatVector sum01 = at(s, from + LANES);
    FloatVector sum10 = at(s, from + fromStep);
    FloatVector sum11 = at(s, from + fromStep + LANES);
    FloatVector sum20 = at(s, from + 2 * fromStep);
    FloatVector sum21 = at(s, from + 2 * fromStep + LANES);
    FloatVector sum30 = at(s, from + 3 * fromStep);
    FloatVector sum31 = at(s, from + 3 * fromStep + LANES);
    for (int k = 0; k < depth; k++) {
      FloatVector right0 = at(s, b);
      FloatVector right1 = at(s, b + LANES);
      FloatVector left = all(s[a]);
      sum00 = left.fma(right0, sum00);
      sum01 = left.fma(right1, sum01);
      left = all(s[a + rowStep]);
      sum10 = left.fma(right0, sum10);
      sum11 = left.fma(right1, sum11);
      left = all(s[a + 2 * rowStep]);
      sum20 = left.fma(right0, sum20);
      sum21 = left.fma(right1, sum21);
      left = all(s[a + 3 * rowStep]);
      sum30 = left.fma(right0, sum30);
      sum31 = left.fma(right1, sum31);
      a += depthStep;
      b += Panels.WIDTH;
    }
    FloatVector floor = all(p.floor(chunk));
    sum00.max(floor).intoArray(s, c);
    sum01.max(floor).intoArray(s, c + LANES);
    sum10.max(floor).intoArray(s, c + W);
    sum11.max(floor).intoArray(s, c + W + LANES);
    sum20.max(floor).intoArray(s, c + 2 * W);
    sum21.max(floor).intoArray(s, c + 2 * W + LANES);
    sum30.max(floor).intoArray(s, c + 3 * W);
    sum31.max(floor).intoArray(s, c + 3 * W + LANES);
  }
}
