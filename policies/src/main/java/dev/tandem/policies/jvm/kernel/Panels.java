package dev.tandem.policies.jvm.kernel;

/**
 * A matrix in a slab, cut into panels of {@link #WIDTH} columns that follow each other; a panel is
 * row-major. What runs down the rows of a panel reads memory in one go. Columns that fill up the
 * last panel hold zeros.
 *
 * @param offset of the first value in the slab
 * @param rows of every panel
 * @param columns that count
 */
public record Panels(int offset, int rows, int columns) {
  /** Columns of a panel: four cache lines, and four vectors of the widest. */
  public static final int WIDTH = 64;

  /** How many panels hold {@code columns}. */
  public static int over(int columns) {
    return (columns + WIDTH - 1) / WIDTH;
  }

  public int panels() {
    return over(columns);
  }

  /** Values of the slab that it takes, padding included. */
  public int size() {
    return panels() * rows * WIDTH;
  }

  /** Where a row of a panel starts. */
  public int row(int panel, int row) {
    return offset + (panel * rows + row) * WIDTH;
  }

  /** Where a value stands. */
  public int at(int row, int column) {
    return row(column / WIDTH, row) + column % WIDTH;
  }

  /** The same matrix elsewhere. */
  public Panels moved(int by) {
    return new Panels(offset + by, rows, columns);
  }
}
