package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products whose columns fit into one vector, in tiles of eight rows: as many sums as keep the
 * multipliers busy.
 */
final class NarrowTile {
  private static final int W = Panels.WIDTH;

  private NarrowTile() {}

  /** Rows {@code fromRow .. toRow - 1}, from {@code column} of a panel on. */
  static void run(float[] s, Product p, int panel, int column, int fromRow, int toRow) {
    for (int k = 0; k < p.depth; k += Product.CHUNK) {
      for (int row = fromRow; row < toRow; row += 8) {
        tile(s, p, panel, column, row, k);
      }
    }
  }

  /** In one piece: sums that are handed to another method would leave their registers. */
  private static void tile(float[] s, Product p, int panel, int column, int row, int k) {
    int start = p.startAt(panel, row, k) + column;
    int startStep = p.startStep(k);
    FloatVector sum0 = FloatVector.fromArray(SPECIES, s, start);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, s, start + startStep);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector sum4 = FloatVector.fromArray(SPECIES, s, start + 4 * startStep);
    FloatVector sum5 = FloatVector.fromArray(SPECIES, s, start + 5 * startStep);
    FloatVector sum6 = FloatVector.fromArray(SPECIES, s, start + 6 * startStep);
    FloatVector sum7 = FloatVector.fromArray(SPECIES, s, start + 7 * startStep);
    int rowStep = p.leftRowStep;
    int depthStep = p.leftDepthStep;
    int left = p.leftAt(row, k);
    int first = p.rightAt(panel, k) + column;
    int depth = p.chunkEnd(k) - k;
    for (int i = 0; i < depth; i++) {
      int right = first + i * W;
      FloatVector b = FloatVector.fromArray(SPECIES, s, right);
      sum0 = FloatVector.broadcast(SPECIES, s[left]).fma(b, sum0);
      sum1 = FloatVector.broadcast(SPECIES, s[left + rowStep]).fma(b, sum1);
      sum2 = FloatVector.broadcast(SPECIES, s[left + 2 * rowStep]).fma(b, sum2);
      sum3 = FloatVector.broadcast(SPECIES, s[left + 3 * rowStep]).fma(b, sum3);
      sum4 = FloatVector.broadcast(SPECIES, s[left + 4 * rowStep]).fma(b, sum4);
      sum5 = FloatVector.broadcast(SPECIES, s[left + 5 * rowStep]).fma(b, sum5);
      sum6 = FloatVector.broadcast(SPECIES, s[left + 6 * rowStep]).fma(b, sum6);
      sum7 = FloatVector.broadcast(SPECIES, s[left + 7 * rowStep]).fma(b, sum7);
      left += depthStep;
    }
    FloatVector floor = FloatVector.broadcast(SPECIES, p.floorAt(k + depth));
    int out = p.outAt(panel, row) + column;
    sum0.max(floor).intoArray(s, out);
    sum1.max(floor).intoArray(s, out + W);
    sum2.max(floor).intoArray(s, out + 2 * W);
    sum3.max(floor).intoArray(s, out + 3 * W);
    sum4.max(floor).intoArray(s, out + 4 * W);
    sum5.max(floor).intoArray(s, out + 5 * W);
    sum6.max(floor).intoArray(s, out + 6 * W);
    sum7.max(floor).intoArray(s, out + 7 * W);
  }
}
