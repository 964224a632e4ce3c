package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Layer normalisation on vectors, row by row. Sums have one term a column of the panel. */
final class VectorNorm {
  private static final int W = Panels.WIDTH;

  private VectorNorm() {}

  static void forward(float[] s, Norm norm, int fromRow, int toRow) {
    Panels x = norm.normal();
    for (int row = fromRow; row < toRow; row++) {
      centre(s, norm, row, VectorRowSums.total(s, x, row) * norm.perColumn());
      float variance = VectorRowSums.common(s, x, row, x, row) * norm.perColumn();
      float scale = 1 / (float) Math.sqrt(variance + Norm.EPSILON);
      s[norm.places().scale() + row] = scale;
      scale(s, norm, row, scale);
    }
  }

  static void backward(float[] s, Norm norm, int fromRow, int toRow) {
    Panels by = norm.back().byIn();
    for (int row = fromRow; row < toRow; row++) {
      byNormal(s, norm, row);
      float mean = VectorRowSums.total(s, by, row) * norm.perColumn();
      float along = VectorRowSums.common(s, by, row, norm.normal(), row) * norm.perColumn();
      byInput(s, norm, row, mean, along);
    }
  }

  /** x -= mean where a column counts. */
  private static void centre(float[] s, Norm norm, int row, float mean) {
    FloatVector minus = FloatVector.broadcast(SPECIES, -mean);
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int ones = norm.places().ones() + panel * W;
      for (int column = 0; column < W; column += LANES) {
        FloatVector.fromArray(SPECIES, s, ones + column)
            .fma(minus, FloatVector.fromArray(SPECIES, s, x + column))
            .intoArray(s, x + column);
      }
    }
  }

  private static void scale(float[] s, Norm norm, int row, float scale) {
    FloatVector floor =
        FloatVector.broadcast(SPECIES, norm.rectified() ? 0 : Float.NEGATIVE_INFINITY);
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int y = norm.out().row(panel, row);
      int gain = norm.weights().gain(panel);
      int shift = norm.weights().shift(panel);
      for (int column = 0; column < W; column += LANES) {
        FloatVector normal = FloatVector.fromArray(SPECIES, s, x + column).mul(scale);
        normal.intoArray(s, x + column);
        FloatVector out =
            normal.fma(
                FloatVector.fromArray(SPECIES, s, gain + column),
                FloatVector.fromArray(SPECIES, s, shift + column));
        out.blend(floor, out.compare(VectorOperators.LT, floor)).intoArray(s, y + column);
      }
    }
  }

  private static void byNormal(float[] s, Norm norm, int row) {
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int byOut = norm.back().byOut().row(panel, row);
      int byIn = norm.back().byIn().row(panel, row);
      int gain = norm.weights().gain(panel);
      for (int column = 0; column < W; column += LANES) {
        FloatVector.fromArray(SPECIES, s, byOut + column)
            .mul(FloatVector.fromArray(SPECIES, s, gain + column))
            .intoArray(s, byIn + column);
      }
    }
  }

  /** scale (d - mean(d) - n mean(d n)), with d the gradient by the normal n. */
  private static void byInput(float[] s, Norm norm, int row, float mean, float along) {
    FloatVector minus = FloatVector.broadcast(SPECIES, -mean);
    FloatVector away = FloatVector.broadcast(SPECIES, -along);
    float scale = s[norm.places().scale() + row];
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int by = norm.back().byIn().row(panel, row);
      int ones = norm.places().ones() + panel * W;
      for (int column = 0; column < W; column += LANES) {
        FloatVector centred =
            FloatVector.fromArray(SPECIES, s, ones + column)
                .fma(minus, FloatVector.fromArray(SPECIES, s, by + column));
        away.fma(FloatVector.fromArray(SPECIES, s, x + column), centred)
            .mul(scale)
            .intoArray(s, by + column);
      }
    }
  }
}
