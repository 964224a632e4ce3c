package dev.tandem.policies.jvm.kernel;

/**
 * A matrix product: out = max(floor, start + left right). Every value is one chain of fused
 * multiply-adds in the order of the depth, whoever computes it and however it is tiled.
 *
 * @param left factor, whose single values are read
 * @param right factor, whose rows are read: row k of it belongs to depth k
 * @param out as many rows as are asked for, as many panels as {@code right} has
 * @param start what every row's sum starts from
 * @param floor no value of {@code out} is below; minus infinity for none
 */
public record Product(Left left, Panels right, Panels out, Start start, float floor) {
  /** The last column of a panel and the first of the next are this far apart in depth. */
  static final int CHUNK = Panels.WIDTH;

  /** A product without a floor. */
  public Product(Left left, Panels right, Panels out, Start start) {
    this(left, right, out, start, Float.NEGATIVE_INFINITY);
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

    int at(int row, int chunk) {
      return transposed
          ? panels.row(row / Panels.WIDTH, chunk * CHUNK) + row % Panels.WIDTH
          : panels.row(chunk, row);
    }

    int rowStep() {
      return transposed ? 1 : Panels.WIDTH;
    }

    int depthStep() {
      return transposed ? Panels.WIDTH : 1;
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
      return new Start(panels.row(0, row), panels.rows() * Panels.WIDTH);
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

  int chunks() {
    return Math.ceilDiv(left.depth, CHUNK);
  }

  int depth(int chunk) {
    return Math.min(CHUNK, left.depth - chunk * CHUNK);
  }

  int rightAt(int panel, int chunk) {
    return right.row(panel, chunk * CHUNK);
  }

  /** Where the sums of a chunk start from: what the chunk before has left, or the start. */
  int startAt(int panel, int chunk, int row) {
    return chunk == 0 ? start.offset + panel * start.panelStep : out.row(panel, row);
  }

  int startStep(int chunk) {
    return chunk == 0 ? 0 : Panels.WIDTH;
  }

  float floor(int chunk) {
    return chunk == chunks() - 1 ? floor : Float.NEGATIVE_INFINITY;
  }

  /** Columns of a panel that count. */
  int columns(int panel) {
    return Math.min(Panels.WIDTH, out.columns() - panel * Panels.WIDTH);
  }
}
