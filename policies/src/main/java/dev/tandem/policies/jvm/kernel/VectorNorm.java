package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/** Layer normalisation on vectors, row by row. Sums have one term a column of the panel. */
final class VectorNorm {
  private static final int W = Panels.WIDTH;

  private VectorNorm() {}

  static void forward(float[] s, Norm norm, int fromRow, int toRow) {
    Panels x = norm.normal();
    for (int row = fromRow; row < toRow; row++) {
      centre(s, norm, row, total(s, x, row) * norm.perColumn());
      float variance = common(s, x, x, row) * norm.perColumn();
      float scale = 1 / (float) Math.sqrt(variance + Norm.EPSILON);
      s[norm.places().scale() + row] = scale;
      scale(s, norm, row, scale);
    }
  }

  static void backward(float[] s, Norm norm, int fromRow, int toRow) {
    Panels by = norm.back().byIn();
    for (int row = fromRow; row < toRow; row++) {
      byNormal(s, norm, row);
      float mean = total(s, by, row) * norm.perColumn();
      float along = common(s, by, norm.normal(), row) * norm.perColumn();
      byInput(s, norm, row, mean, along);
    }
  }

  private static float total(float[] s, Panels matrix, int row) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int panel = 0; panel < matrix.panels(); panel++) {
      int x = matrix.row(panel, row);
      sum0 = sum0.add(at(s, x));
      sum1 = sum1.add(at(s, x + LANES));
      sum2 = sum2.add(at(s, x + 2 * LANES));
      sum3 = sum3.add(at(s, x + 3 * LANES));
    }
    return Simd.total(sum0.add(sum1).add(sum2.add(sum3))).lane(0);
  }

  private static float common(float[] s, Panels left, Panels right, int row) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int panel = 0; panel < left.panels(); panel++) {
      int x = left.row(panel, row);
      int y = right.row(panel, row);
      sum0 = at(s, x).fma(at(s, y), sum0);
      sum1 = at(s, x + LANES).fma(at(s, y + LANES), sum1);
      sum2 = at(s, x + 2 * LANES).fma(at(s, y + 2 * LANES), sum2);
      sum3 = at(s, x + 3 * LANES).fma(at(s, y + 3 * LANES), sum3);
    }
    return Simd.total(sum0.add(sum1).add(sum2.add(sum3))).lane(0);
  }

  /** x -= mean where a column counts. */
  private static void centre(float[] s, Norm norm, int row, float mean) {
    FloatVector minus = all(-mean);
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int ones = norm.places().ones() + panel * W;
      for (int column = 0; column < W; column += LANES) {
        at(s, ones + column).fma(minus, at(s, x + column)).intoArray(s, x + column);
      }
    }
  }

  private static void scale(float[] s, Norm norm, int row, float scale) {
    FloatVector floor = all(norm.floor());
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int y = norm.out().row(panel, row);
      int gain = norm.weights().gain(panel);
      int shift = norm.weights().shift(panel);
      for (int column = 0; column < W; column += LANES) {
        FloatVector normal = at(s, x + column).mul(scale);
        normal.intoArray(s, x + column);
        FloatVector out = normal.fma(at(s, gain + column), at(s, shift + column));
        out.max(floor).intoArray(s, y + column);
      }
    }
  }

  private static void byNormal(float[] s, Norm norm, int row) {
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int byOut = norm.back().byOut().row(panel, row);
      int byIn = norm.back().byIn().row(panel, row);
      int gain = norm.weights().gain(panel);
      for (int column = 0; column < W; column += LANES) {
        at(s, byOut + column).mul(at(s, gain + column)).intoArray(s, byIn + column);
      }
    }
  }

  /** scale (d - mean(d) - n mean(d n)), with d the gradient by the normal n. */
  private static void byInput(float[] s, Norm norm, int row, float mean, float along) {
    FloatVector minus = all(-mean);
    FloatVector away = all(-along);
    float scale = s[norm.places().scale() + row];
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int by = norm.back().byIn().row(panel, row);
      int ones = norm.places().ones() + panel * W;
      for (int column = 0; column < W; column += LANES) {
        FloatVector centred = at(s, ones + column).fma(minus, at(s, by + column));
        away.fma(at(s, x + column), centred).mul(scale).intoArray(s, by + column);
      }
    }
  }
}
