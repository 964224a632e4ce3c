package dev.tandem.policies.jvm.kernel;

/**
 * A matrix product: out = start + left right, and where it is rectified zero instead of a negative
 * value. Every value is one chain of fused multiply-adds in the order of the depth, whoever
 * computes it and however it is tiled.
 */
public final class Product {
  private final Left left;
  private final Panels right;
  private final Panels out;
  private final Start start;
  private final boolean rectified;
  private final Chunk[] chunks;

  /**
   * @param left factor, whose single values are read
   * @param right factor, whose rows are read: row k of it belongs to depth k
   * @param out as many rows as are asked for, as many panels as {@code right} has
   * @param start what every row's sum starts from
   */
  public Product(Left left, Panels right, Panels out, Start start, boolean rectified) {
    this.left = left;
    this.right = right;
    this.out = out;
    this.start = start;
    this.rectified = rectified;
    int width = left.panels.width();
    this.chunks = new Chunk[Math.ceilDiv(left.depth, width)];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new Chunk(this, i * width);
    }
  }

  /** A product whose values may be negative. */
  public Product(Left left, Panels right, Panels out, Start start) {
    this(left, right, out, start, false);
  }

  /**
   * The left factor, [rows][depth].
   *
   * @param panels that hold it, or its transpose
   * @param transposed true: rows of {@code panels} are the depth
   * @param depth values that a sum runs over
   */
  public record Left(Panels panels, boolean transposed, int depth) {
    public static Left of(Panels panels) {
      return new Left(panels, false, panels.columns());
    }

    /** One column of values that lie side by side: {@code count} rows, depth 1. */
    public static Left column(int offset, int count) {
      return new Left(new Panels(offset, 1, count), true, 1);
    }
  }

  /**
   * One row for every panel.
   *
   * @param offset of the first panel's row
   * @param panelStep from a panel's row to the next one's
   */
  public record Start(int offset, int panelStep) {
    /** The bias: a row of {@code panels}. */
    public static Start row(Panels panels, int row) {
      return new Start(panels.row(0, row), panels.rows() * panels.width());
    }

    /** Zero, from {@link SlabPlan#zeros}. */
    public static Start zero(int zeros) {
      return new Start(zeros, 0);
    }
  }

  /** Computes rows {@code fromRow .. toRow - 1}, multiples of eight. */
  public void run(Kernels kernels, int fromRow, int toRow) {
    for (int panel = 0; panel < out.panels(); panel++) {
      kernels.multiply(this, panel, fromRow, toRow);
    }
  }

  Left left() {
    return left;
  }

  Panels right() {
    return right;
  }

  Panels out() {
    return out;
  }

  Start start() {
    return start;
  }

  boolean rectified() {
    return rectified;
  }

  Chunk[] chunks() {
    return chunks;
  }

  /** Columns of a panel that count. */
  int columns(int panel) {
    return Math.min(out.width(), out.columns() - panel * out.width());
  }
}
