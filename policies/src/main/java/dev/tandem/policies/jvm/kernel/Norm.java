package dev.tandem.policies.jvm.kernel;

/**
 * Layer normalisation of one layer (Ba et al., arXiv 1607.06450): out = gain normal + shift with
 * normal = (x - mean) / sqrt(variance + epsilon) over each row.
 *
 * @param normal [rows][width]; holds x at first
 * @param out [rows][width]
 * @param weights gain and shift
 * @param places that belong to it
 * @param back what the way back reads and writes
 * @param rectified true: {@code out} is zero instead of negative
 */
public record Norm(
    Panels normal, Panels out, Gain weights, Places places, Back back, boolean rectified) {
  /** As in Flax, which SERL and RLPD build on. */
  static final float EPSILON = 1e-6f;

  /**
   * Gain and shift, a row each.
   *
   * @param gain all columns are multiplied by
   * @param shift is added then
   */
  public record Gain(Product.Start gain, Product.Start shift) {
    /** The gain in a row of {@code panels}, the shift in the next one. */
    public static Gain of(Panels panels, int row) {
      return new Gain(Product.Start.row(panels, row), Product.Start.row(panels, row + 1));
    }

    /** Changes nothing: a gain of ones, a shift of zeros. */
    public static Gain none(Places places, int zeros) {
      return new Gain(new Product.Start(places.ones(), Tiling.WIDTH), Product.Start.zero(zeros));
    }

    int gain(int panel) {
      return gain.offset() + panel * gain.panelStep();
    }

    int shift(int panel) {
      return shift.offset() + panel * shift.panelStep();
    }
  }

  /**
   * What belongs to rows and columns.
   *
   * @param ones [width], one where a column counts and zero in the padding
   * @param scale [rows], 1 / sqrt(variance + epsilon)
   * @param mean [rows], between two steps
   * @param along [rows], between two steps
   */
  public record Places(int ones, int scale, int mean, int along) {
    public static final Places NONE = new Places(0, 0, 0, 0);

    public static Places of(SlabPlan plan, int rows, int width) {
      return new Places(plan.ones(width), plan.take(rows), plan.take(rows), plan.take(rows));
    }
  }

  /**
   * Gradients.
   *
   * @param byOut by {@code out} before it is rectified, [rows][width]
   * @param byIn by x, [rows][width]
   */
  public record Back(Panels byOut, Panels byIn) {}

  float perColumn() {
    return 1f / normal.columns();
  }
}
