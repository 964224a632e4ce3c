package dev.tandem.policies.jvm.kernel;

/** What products are computed in: rows by vectors, whose sums stay in registers. */
public enum Tile {
  /** {@link WideTile}: sixteen sums, for 32 registers. */
  WIDE("4x4"),

  /** {@link HalfTile}: eight sums that share loads, for 16 registers. */
  HALF("4x2"),

  /** {@link NarrowTile}: eight sums of one vector's columns. */
  NARROW("8x1");

  private final String title;

  Tile(String title) {
    this.title = title;
  }

  /** One panel of a product; what a tile is too wide for is left to the narrower ones. */
  void run(float[] slab, Product product, int panel, int fromRow, int toRow) {
    int columns = product.columns(panel);
    int column = 0;
    if (this == WIDE) {
      for (; columns - column > 2 * Simd.LANES; column += 4 * Simd.LANES) {
        WideTile.run(slab, product, panel, column, fromRow, toRow);
      }
    }
    if (this != NARROW) {
      for (; columns - column > Simd.LANES; column += 2 * Simd.LANES) {
        HalfTile.run(slab, product, panel, column, fromRow, toRow);
      }
    }
    for (; columns > column; column += Simd.LANES) {
      NarrowTile.run(slab, product, panel, column, fromRow, toRow);
    }
  }

  /** For example {@code 4x2}. */
  @Override
  public String toString() {
    return title;
  }
}
