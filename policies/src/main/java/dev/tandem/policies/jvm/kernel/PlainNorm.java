package dev.tandem.policies.jvm.kernel;

/** Layer normalisation on plain arrays, as {@link VectorNorm} has it. */
final class PlainNorm {
  private static final int W = Tiling.WIDTH;

  private PlainNorm() {}

  static void forward(float[] s, float[] sums, Norm norm, int fromRow, int toRow) {
    Panels x = norm.normal();
    for (int row = fromRow; row < toRow; row++) {
      float total = RowSums.total(s, sums, x, row);
      s[norm.places().mean() + row] = total;
      centre(s, norm, row, total * norm.perColumn());
      float variance = RowSums.common(s, sums, x, row, x, row) * norm.perColumn();
      float scale = 1 / (float) Math.sqrt(variance + Norm.EPSILON);
      s[norm.places().scale() + row] = scale;
      for (int panel = 0; panel < x.panels(); panel++) {
        scale(s, norm, panel, row, scale);
      }
    }
  }

  static void backward(float[] s, float[] sums, Norm norm, int fromRow, int toRow) {
    Panels by = norm.back().byIn();
    for (int row = fromRow; row < toRow; row++) {
      byNormal(s, norm, row);
      s[norm.places().mean() + row] = RowSums.total(s, sums, by, row);
      s[norm.places().along() + row] = RowSums.common(s, sums, by, row, norm.normal(), row);
      for (int panel = 0; panel < by.panels(); panel++) {
        byInput(s, norm, panel, row);
      }
    }
  }

  private static void centre(float[] s, Norm norm, int row, float mean) {
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int x = norm.normal().row(panel, row);
      int ones = norm.places().ones() + panel * W;
      for (int column = 0; column < W; column++) {
        s[x + column] = Math.fma(s[ones + column], -mean, s[x + column]);
      }
    }
  }

  private static void scale(float[] s, Norm norm, int panel, int row, float scale) {
    int x = norm.normal().row(panel, row);
    int y = norm.out().row(panel, row);
    int gain = norm.weights().gain(panel);
    int shift = norm.weights().shift(panel);
    for (int column = 0; column < W; column++) {
      float normal = s[x + column] * scale;
      s[x + column] = normal;
      float out = Math.fma(normal, s[gain + column], s[shift + column]);
      s[y + column] = norm.rectified() && out < 0 ? 0 : out;
    }
  }

  private static void byNormal(float[] s, Norm norm, int row) {
    for (int panel = 0; panel < norm.normal().panels(); panel++) {
      int byOut = norm.back().byOut().row(panel, row);
      int byIn = norm.back().byIn().row(panel, row);
      int gain = norm.weights().gain(panel);
      for (int column = 0; column < W; column++) {
        s[byIn + column] = s[byOut + column] * s[gain + column];
      }
    }
  }

  private static void byInput(float[] s, Norm norm, int panel, int row) {
    float mean = s[norm.places().mean() + row] * norm.perColumn();
    float along = s[norm.places().along() + row] * norm.perColumn();
    float scale = s[norm.places().scale() + row];
    int x = norm.normal().row(panel, row);
    int by = norm.back().byIn().row(panel, row);
    int ones = norm.places().ones() + panel * W;
    for (int column = 0; column < W; column++) {
      float centred = Math.fma(s[ones + column], -mean, s[by + column]);
      s[by + column] = Math.fma(-along, s[x + column], centred) * scale;
    }
  }
}
