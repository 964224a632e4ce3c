package dev.tandem.policies.jvm.kernel;

/** A layer's products over some rows of a batch, forward and for its gradient; all is zero. */
public final class TrialLayer {
  private final int rows;
  private final int units;
  private final int columns;
  private final float[] slab;
  private final Product forward;
  private final Product gradient;

  /**
   * For a layer with as many inputs as outputs.
   *
   * @param columns of a panel
   */
  public TrialLayer(int rows, int units, int columns) {
    this.rows = rows;
    this.units = units;
    this.columns = columns;
    Panels input = new Panels(0, rows, units, columns);
    Panels weights = new Panels(input.size(), units, units, columns);
    Panels out = new Panels(weights.offset() + weights.size(), rows, units, columns);
    Product.Start zero = Product.Start.zero(out.offset() + out.size());
    slab = new float[zero.offset() + columns];
    forward = new Product(Product.Left.of(input), weights, out, zero);
    gradient = new Product(new Product.Left(input, true, rows), out, weights, zero);
  }

  /** Of a panel. */
  int columns() {
    return columns;
  }

  /** Multiply-adds of vectors that both products take. */
  long vectors() {
    return 2L * rows * units * units / Simd.LANES;
  }

  /** Of both products, a multiply-add being two. */
  public double operations() {
    return 4.0 * rows * units * units;
  }

  public void multiply(Tile tile) {
    for (int panel = 0; panel < Math.ceilDiv(units, columns); panel++) {
      tile.run(slab, forward, panel, 0, rows);
      tile.run(slab, gradient, panel, 0, units);
    }
  }
}
