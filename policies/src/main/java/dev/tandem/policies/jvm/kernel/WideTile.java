package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/**
 * Products in tiles of four rows by four vectors: sixteen sums, four vectors of the right factor
 * and one of the left, for machines with 32 vector registers.
 */
final class WideTile {
  private static final int W = Panels.WIDTH;

  private WideTile() {}

  /** Rows {@code fromRow .. toRow - 1} of a panel. */
  static void run(float[] s, Product p, int panel, int fromRow, int toRow) {
    for (int chunk = 0; chunk < p.chunks(); chunk++) {
      for (int row = fromRow; row < toRow; row += 4) {
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
    FloatVector sum00 = at(s, from);
    FloatVector sum01 = at(s, from + LANES);
    FloatVector sum02 = at(s, from + 2 * LANES);
    FloatVector sum03 = at(s, from + 3 * LANES);
    FloatVector sum10 = at(s, from + fromStep);
    FloatVector sum11 = at(s, from + fromStep + LANES);
    FloatVector sum12 = at(s, from + fromStep + 2 * LANES);
    FloatVector sum13 = at(s, from + fromStep + 3 * LANES);
    FloatVector sum20 = at(s, from + 2 * fromStep);
    FloatVector sum21 = at(s, from + 2 * fromStep + LANES);
    FloatVector sum22 = at(s, from + 2 * fromStep + 2 * LANES);
    FloatVector sum23 = at(s, from + 2 * fromStep + 3 * LANES);
    FloatVector sum30 = at(s, from + 3 * fromStep);
    FloatVector sum31 = at(s, from + 3 * fromStep + LANES);
    FloatVector sum32 = at(s, from + 3 * fromStep + 2 * LANES);
    FloatVector sum33 = at(s, from + 3 * fromStep + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      FloatVector right0 = at(s, b);
      FloatVector right1 = at(s, b + LANES);
      FloatVector right2 = at(s, b + 2 * LANES);
      FloatVector right3 = at(s, b + 3 * LANES);
      FloatVector left = all(s[a]);
      sum00 = left.fma(right0, sum00);
      sum01 = left.fma(right1, sum01);
      sum02 = left.fma(right2, sum02);
      sum03 = left.fma(right3, sum03);
      left = all(s[a + rowStep]);
      sum10 = left.fma(right0, sum10);
      sum11 = left.fma(right1, sum11);
      sum12 = left.fma(right2, sum12);
      sum13 = left.fma(right3, sum13);
      left = all(s[a + 2 * rowStep]);
      sum20 = left.fma(right0, sum20);
      sum21 = left.fma(right1, sum21);
      sum22 = left.fma(right2, sum22);
      sum23 = left.fma(right3, sum23);
      left = all(s[a + 3 * rowStep]);
      sum30 = left.fma(right0, sum30);
      sum31 = left.fma(right1, sum31);
      sum32 = left.fma(right2, sum32);
      sum33 = left.fma(right3, sum33);
      a += depthStep;
      b += Panels.WIDTH;
    }
    FloatVector floor = all(p.floor(chunk));
    sum00.max(floor).intoArray(s, c);
    sum01.max(floor).intoArray(s, c + LANES);
    sum02.max(floor).intoArray(s, c + 2 * LANES);
    sum03.max(floor).intoArray(s, c + 3 * LANES);
    sum10.max(floor).intoArray(s, c + W);
    sum11.max(floor).intoArray(s, c + W + LANES);
    sum12.max(floor).intoArray(s, c + W + 2 * LANES);
    sum13.max(floor).intoArray(s, c + W + 3 * LANES);
    sum20.max(floor).intoArray(s, c + 2 * W);
    sum21.max(floor).intoArray(s, c + 2 * W + LANES);
    sum22.max(floor).intoArray(s, c + 2 * W + 2 * LANES);
    sum23.max(floor).intoArray(s, c + 2 * W + 3 * LANES);
    sum30.max(floor).intoArray(s, c + 3 * W);
    sum31.max(floor).intoArray(s, c + 3 * W + LANES);
    sum32.max(floor).intoArray(s, c + 3 * W + 2 * LANES);
    sum33.max(floor).intoArray(s, c + 3 * W + 3 * LANES);
  }
}
