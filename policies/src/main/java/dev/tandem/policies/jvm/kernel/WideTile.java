package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products in tiles of four rows by four vectors: sixteen sums, four vectors of the right factor
 * and one of the left, for machines with 32 vector registers.
 */
final class WideTile {
  private static final int W = Panels.WIDTH;

  private WideTile() {}

  /** Rows {@code fromRow .. toRow - 1}, from {@code column} of a panel on. */
  static void run(float[] s, Product p, int panel, int column, int fromRow, int toRow) {
    for (int k = 0; k < p.depth; k += Product.CHUNK) {
      for (int row = fromRow; row < toRow; row += 4) {
        tile(s, p, panel, column, row, k);
      }
    }
  }

  /** In one piece: sums that are handed to another method would leave their registers. */
  private static void tile(float[] s, Product p, int panel, int column, int row, int k) {
    int start = p.startAt(panel, row, k) + column;
    int startStep = p.startStep(k);
    FloatVector sum00 = FloatVector.fromArray(SPECIES, s, start);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, s, start + LANES);
    FloatVector sum02 = FloatVector.fromArray(SPECIES, s, start + 2 * LANES);
    FloatVector sum03 = FloatVector.fromArray(SPECIES, s, start + 3 * LANES);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, s, start + startStep);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector sum12 = FloatVector.fromArray(SPECIES, s, start + startStep + 2 * LANES);
    FloatVector sum13 = FloatVector.fromArray(SPECIES, s, start + startStep + 3 * LANES);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector sum22 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep + 2 * LANES);
    FloatVector sum23 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep + 3 * LANES);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep + LANES);
    FloatVector sum32 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep + 2 * LANES);
    FloatVector sum33 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep + 3 * LANES);
    int rowStep = p.leftRowStep;
    int depthStep = p.leftDepthStep;
    int left = p.leftAt(row, k);
    int first = p.rightAt(panel, k) + column;
    int depth = p.chunkEnd(k) - k;
    for (int i = 0; i < depth; i++) {
      int right = first + i * W;
      FloatVector b0 = FloatVector.fromArray(SPECIES, s, right);
      FloatVector b1 = FloatVector.fromArray(SPECIES, s, right + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, s, right + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, s, right + 3 * LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, s[left]);
      sum00 = a.fma(b0, sum00);
      sum01 = a.fma(b1, sum01);
      sum02 = a.fma(b2, sum02);
      sum03 = a.fma(b3, sum03);
      a = FloatVector.broadcast(SPECIES, s[left + rowStep]);
      sum10 = a.fma(b0, sum10);
      sum11 = a.fma(b1, sum11);
      sum12 = a.fma(b2, sum12);
      sum13 = a.fma(b3, sum13);
      a = FloatVector.broadcast(SPECIES, s[left + 2 * rowStep]);
      sum20 = a.fma(b0, sum20);
      sum21 = a.fma(b1, sum21);
      sum22 = a.fma(b2, sum22);
      sum23 = a.fma(b3, sum23);
      a = FloatVector.broadcast(SPECIES, s[left + 3 * rowStep]);
      sum30 = a.fma(b0, sum30);
      sum31 = a.fma(b1, sum31);
      sum32 = a.fma(b2, sum32);
      sum33 = a.fma(b3, sum33);
      left += depthStep;
    }
    FloatVector floor = FloatVector.broadcast(SPECIES, p.floorAt(k + depth));
    int out = p.outAt(panel, row) + column;
    sum00.max(floor).intoArray(s, out);
    sum01.max(floor).intoArray(s, out + LANES);
    sum02.max(floor).intoArray(s, out + 2 * LANES);
    sum03.max(floor).intoArray(s, out + 3 * LANES);
    sum10.max(floor).intoArray(s, out + W);
    sum11.max(floor).intoArray(s, out + W + LANES);
    sum12.max(floor).intoArray(s, out + W + 2 * LANES);
    sum13.max(floor).intoArray(s, out + W + 3 * LANES);
    sum20.max(floor).intoArray(s, out + 2 * W);
    sum21.max(floor).intoArray(s, out + 2 * W + LANES);
    sum22.max(floor).intoArray(s, out + 2 * W + 2 * LANES);
    sum23.max(floor).intoArray(s, out + 2 * W + 3 * LANES);
    sum30.max(floor).intoArray(s, out + 3 * W);
    sum31.max(floor).intoArray(s, out + 3 * W + LANES);
    sum32.max(floor).intoArray(s, out + 3 * W + 2 * LANES);
    sum33.max(floor).intoArray(s, out + 3 * W + 3 * LANES);
  }
}
