package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products whose columns fit into one vector, in tiles of eight rows: as many sums as keep the
 * multipliers busy.
 */
final class NarrowTile {
  private NarrowTile() {}

  /** Rows {@code fromRow .. toRow - 1}, from {@code column} of a panel on. */
  static void run(float[] s, Product p, int panel, int column, int fromRow, int toRow) {
    for (Chunk c : p.chunks()) {
      int width = c.width;
      int left = c.leftAt(fromRow);
      int right = c.rightAt(panel) + column;
      int start = c.startAt(panel, fromRow) + column;
      int out = c.outAt(panel, fromRow) + column;
      for (int row = fromRow; row < toRow; row += 8) {
        left = row % width == 0 ? c.leftAt(row) : left;
        tile(s, c, left, right, start, out);
        left += 8 * c.rowStep;
        start += 8 * c.startStep;
        out += 8 * width;
      }
    }
  }

  /**
   * In one piece, as sums that are handed to another method leave their registers; and the floor of
   * a rectifier is not a maximum, which takes three times as long to keep to Java's rules for
   * zeros.
   */
  private static void tile(float[] s, Chunk c, int firstLeft, int firstRight, int start, int out) {
    int width = c.width;
    int startStep = c.startStep;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, s, start);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, s, start + startStep);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector sum4 = FloatVector.fromArray(SPECIES, s, start + 4 * startStep);
    FloatVector sum5 = FloatVector.fromArray(SPECIES, s, start + 5 * startStep);
    FloatVector sum6 = FloatVector.fromArray(SPECIES, s, start + 6 * startStep);
    FloatVector sum7 = FloatVector.fromArray(SPECIES, s, start + 7 * startStep);
    int left = firstLeft;
    int rowStep = c.rowStep;
    int depthStep = c.depthStep;
    int depth = c.depth;
    for (int k = 0; k < depth; k++) {
      int right = firstRight + k * width;
      FloatVector b = FloatVector.fromArray(SPECIES, s, right);
      FloatVector a = FloatVector.broadcast(SPECIES, s[left]);
      sum0 = a.fma(b, sum0);
      a = FloatVector.broadcast(SPECIES, s[left + rowStep]);
      sum1 = a.fma(b, sum1);
      a = FloatVector.broadcast(SPECIES, s[left + 2 * rowStep]);
      sum2 = a.fma(b, sum2);
      a = FloatVector.broadcast(SPECIES, s[left + 3 * rowStep]);
      sum3 = a.fma(b, sum3);
      a = FloatVector.broadcast(SPECIES, s[left + 4 * rowStep]);
      sum4 = a.fma(b, sum4);
      a = FloatVector.broadcast(SPECIES, s[left + 5 * rowStep]);
      sum5 = a.fma(b, sum5);
      a = FloatVector.broadcast(SPECIES, s[left + 6 * rowStep]);
      sum6 = a.fma(b, sum6);
      a = FloatVector.broadcast(SPECIES, s[left + 7 * rowStep]);
      sum7 = a.fma(b, sum7);
      left += depthStep;
    }
    if (c.rectified) {
      FloatVector zero = FloatVector.zero(SPECIES);
      sum0.blend(zero, sum0.lt(0)).intoArray(s, out);
      sum1.blend(zero, sum1.lt(0)).intoArray(s, out + width);
      sum2.blend(zero, sum2.lt(0)).intoArray(s, out + 2 * width);
      sum3.blend(zero, sum3.lt(0)).intoArray(s, out + 3 * width);
      sum4.blend(zero, sum4.lt(0)).intoArray(s, out + 4 * width);
      sum5.blend(zero, sum5.lt(0)).intoArray(s, out + 5 * width);
      sum6.blend(zero, sum6.lt(0)).intoArray(s, out + 6 * width);
      sum7.blend(zero, sum7.lt(0)).intoArray(s, out + 7 * width);
    } else {
      sum0.intoArray(s, out);
      sum1.intoArray(s, out + width);
      sum2.intoArray(s, out + 2 * width);
      sum3.intoArray(s, out + 3 * width);
      sum4.intoArray(s, out + 4 * width);
      sum5.intoArray(s, out + 5 * width);
      sum6.intoArray(s, out + 6 * width);
      sum7.intoArray(s, out + 7 * width);
    }
  }
}
