package dev.tandem.policies.jvm.kernel;

/**
 * A matrix in a slab, cut into panels of some columns that follow each other; a panel is row-major.
 * What runs down the rows of a panel reads memory in one go. Columns that fill up the last panel
 * hold zeros.
 *
 * @param offset of the first value in the slab
 * @param rows of every panel
 * @param columns that count
 * @param width columns of a panel, a power of two
 */
public record Panels(int offset, int rows, int columns, int width) {
  /** A matrix in panels of the chosen width. */
  public Panels(int offset, int rows, int columns) {
    this(offset, rows, columns, Tiling.WIDTH);
  }

  /** How many panels of the chosen width hold {@code columns}. */
  public static int over(int columns) {
    return Math.ceilDiv(columns, Tiling.WIDTH);
  }

  public int panels() {
    return Math.ceilDiv(columns, width);
  }

  /** Values of the slab that it takes, padding included. */
  public int size() {
    return panels() * rows * width;
  }

  /** Where a row of a panel starts. */
  public int row(int panel, int row) {
    return offset + (panel * rows + row) * width;
  }

  /** Where a value stands. */
  public int at(int row, int column) {
    return row(column >> Integer.numberOfTrailingZeros(width), row) + (column & (width - 1));
  }

  /** The same matrix elsewhere. */
  public Panels moved(int by) {
    return new Panels(offset + by, rows, columns, width);
  }
}
