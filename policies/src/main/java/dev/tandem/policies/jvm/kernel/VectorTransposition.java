package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link Transposition} on vectors, in squares of as many rows as a vector has lanes: rows that are
 * 1, 2, 4, ... apart exchange the lanes that are as far apart, after which columns are rows
 * (Eklundh, "A fast computer method for matrix transposing", 1972).
 */
final class VectorTransposition {
  private static final int W = Tiling.WIDTH;
  private static final Exchange BY_1 = Exchange.of(1);
  private static final Exchange BY_2 = Exchange.of(2);
  private static final Exchange BY_4 = Exchange.of(4);
  private static final Exchange BY_8 = Exchange.of(8);

  /**
   * What two rows do.
   *
   * @param apart from row to row, and from lane to lane
   * @param crossed each lane where its partner was
   * @param upper the upper lane of each pair
   */
  private record Exchange(int apart, VectorShuffle<Float> crossed, VectorMask<Float> upper) {
    static Exchange of(int apart) {
      boolean[] upper = new boolean[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        upper[lane] = (lane & apart) != 0;
      }
      return new Exchange(
          apart,
          VectorShuffle.fromOp(SPECIES, lane -> (lane ^ apart) % LANES),
          VectorMask.fromArray(SPECIES, upper, 0));
    }
  }

  private VectorTransposition() {}

  static void run(float[] s, Panels from, int panel, int rows, Panels to) {
    int columns = Math.min(W, from.columns() - panel * W);
    for (int row = 0; row < rows; row += LANES) {
      int height = Math.min(LANES, rows - row);
      int whole = height == LANES ? columns / LANES * LANES : 0;
      for (int column = 0; column < whole; column += LANES) {
        square(s, from.row(panel, row) + column, to.at(panel * W + column, row));
      }
      int source = from.row(panel, row) + whole;
      int sink = to.at(panel * W + whole, row);
      Transposition.rectangle(s, source, sink, height, columns - whole);
    }
  }

  private static void square(float[] s, int source, int sink) {
    exchange(s, source, sink, 4, BY_1, BY_2);
    if (LANES == 16) {
      exchange(s, sink, sink, 1, BY_4, BY_8);
    } else if (LANES == 8) {
      exchange(s, sink, BY_4);
    }
  }

  /** Two exchanges at once, so that rows go through memory half as often. */
  private static void exchange(float[] s, int from, int to, int step, Exchange near, Exchange far) {
    int apart = near.apart * W;
    for (int row = 0; row < LANES / 4 * step * W; row += step * W) {
      FloatVector a = FloatVector.fromArray(SPECIES, s, from + row);
      FloatVector b = FloatVector.fromArray(SPECIES, s, from + row + apart);
      FloatVector c = FloatVector.fromArray(SPECIES, s, from + row + 2 * apart);
      FloatVector d = FloatVector.fromArray(SPECIES, s, from + row + 3 * apart);
      FloatVector ab = a.blend(b.rearrange(near.crossed), near.upper);
      FloatVector ba = a.rearrange(near.crossed).blend(b, near.upper);
      FloatVector cd = c.blend(d.rearrange(near.crossed), near.upper);
      FloatVector dc = c.rearrange(near.crossed).blend(d, near.upper);
      ab.blend(cd.rearrange(far.crossed), far.upper).intoArray(s, to + row);
      ba.blend(dc.rearrange(far.crossed), far.upper).intoArray(s, to + row + apart);
      ab.rearrange(far.crossed).blend(cd, far.upper).intoArray(s, to + row + 2 * apart);
      ba.rearrange(far.crossed).blend(dc, far.upper).intoArray(s, to + row + 3 * apart);
    }
  }

  /** Of rows that are half a vector apart. */
  private static void exchange(float[] s, int rows, Exchange halves) {
    int apart = halves.apart * W;
    for (int row = rows; row < rows + apart; row += W) {
      FloatVector a = FloatVector.fromArray(SPECIES, s, row);
      FloatVector b = FloatVector.fromArray(SPECIES, s, row + apart);
      a.blend(b.rearrange(halves.crossed), halves.upper).intoArray(s, row);
      a.rearrange(halves.crossed).blend(b, halves.upper).intoArray(s, row + apart);
    }
  }
}
