package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products in tiles of four rows by two vectors: eight sums, for machines with 16 vector registers
 * and for the last columns of a panel.
 */
final class HalfTile {
  private HalfTile() {}

  /** Rows {@code fromRow .. toRow - 1}, from {@code column} of a panel on. */
  static void run(float[] s, Product p, int panel, int column, int fromRow, int toRow) {
    for (Chunk c : p.chunks()) {
      int width = c.width;
      int left = c.leftAt(fromRow);
      int right = c.rightAt(panel) + column;
      int start = c.startAt(panel, fromRow) + column;
      int out = c.outAt(panel, fromRow) + column;
      for (int row = fromRow; row < toRow; row += 4) {
        left = row % width == 0 ? c.leftAt(row) : left;
        tile(s, c, left, right, start, out);
        left += 4 * c.rowStep;
        start += 4 * c.startStep;
        out += 4 * width;
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
    FloatVector sum00 = FloatVector.fromArray(SPECIES, s, start);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, s, start + LANES);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, s, start + startStep);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, s, start + 3 * startStep + LANES);
    int left = firstLeft;
    int rowStep = c.rowStep;
    int depthStep = c.depthStep;
    int depth = c.depth;
    for (int k = 0; k < depth; k++) {
      int right = firstRight + k * width;
      FloatVector b0 = FloatVector.fromArray(SPECIES, s, right);
      FloatVector b1 = FloatVector.fromArray(SPECIES, s, right + LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, s[left]);
      sum00 = a.fma(b0, sum00);
      sum01 = a.fma(b1, sum01);
      a = FloatVector.broadcast(SPECIES, s[left + rowStep]);
      sum10 = a.fma(b0, sum10);
      sum11 = a.fma(b1, sum11);
      a = FloatVector.broadcast(SPECIES, s[left + 2 * rowStep]);
      sum20 = a.fma(b0, sum20);
      sum21 = a.fma(b1, sum21);
      a = FloatVector.broadcast(SPECIES, s[left + 3 * rowStep]);
      sum30 = a.fma(b0, sum30);
      sum31 = a.fma(b1, sum31);
      left += depthStep;
    }
    if (c.rectified) {
      FloatVector zero = FloatVector.zero(SPECIES);
      sum00.blend(zero, sum00.lt(0)).intoArray(s, out);
      sum01.blend(zero, sum01.lt(0)).intoArray(s, out + LANES);
      sum10.blend(zero, sum10.lt(0)).intoArray(s, out + width);
      sum11.blend(zero, sum11.lt(0)).intoArray(s, out + width + LANES);
      sum20.blend(zero, sum20.lt(0)).intoArray(s, out + 2 * width);
      sum21.blend(zero, sum21.lt(0)).intoArray(s, out + 2 * width + LANES);
      sum30.blend(zero, sum30.lt(0)).intoArray(s, out + 3 * width);
      sum31.blend(zero, sum31.lt(0)).intoArray(s, out + 3 * width + LANES);
    } else {
      sum00.intoArray(s, out);
      sum01.intoArray(s, out + LANES);
      sum10.intoArray(s, out + width);
      sum11.intoArray(s, out + width + LANES);
      sum20.intoArray(s, out + 2 * width);
      sum21.intoArray(s, out + 2 * width + LANES);
      sum30.intoArray(s, out + 3 * width);
      sum31.intoArray(s, out + 3 * width + LANES);
    }
  }
}
