package dev.tandem.policies.jvm.kernel;

/**
 * A matrix product: out = max(floor, start + left right). Every value is one chain of fused
 * multiply-adds in the order of the depth, whoever computes it and however it is tiled.
 */
public final class Product {
  /** Depth that is worked off before the next rows: its part of a panel stays in the cache. */
  static final int CHUNK = Panels.WIDTH;

  private static final int W = Panels.WIDTH;

  final int depth;
  final float floor;
  final int leftRowStep;
  final int leftDepthStep;
  private final Left left;
  private final Panels out;
  private final int leftOffset;
  private final int leftBlockStep;
  private final int leftChunkStep;
  private final int rightOffset;
  private final int rightPanelStep;
  private final int outOffset;
  private final int outPanelStep;
  private final int startOffset;
  private final int startPanelStep;

  /**
   * @param left factor, whose single values are read
   * @param right factor, whose rows are read: row k of it belongs to depth k
   * @param out as many rows as are asked for, as many panels as {@code right} has
   * @param start what every row's sum starts from
   * @param floor no value of {@code out} is below; minus infinity for none
   */
  public Product(Left left, Panels right, Panels out, Start start, float floor) {
    this.left = left;
    this.out = out;
    this.depth = left.depth;
    this.floor = floor;
    boolean transposed = left.transposed;
    int leftPanelStep = left.panels.rows() * W;
    leftOffset = left.panels.offset();
    leftRowStep = transposed ? 1 : W;
    leftDepthStep = transposed ? W : 1;
    leftBlockStep = transposed ? leftPanelStep : W * W;
    leftChunkStep = transposed ? CHUNK * W : leftPanelStep;
    rightOffset = right.offset();
    rightPanelStep = right.rows() * W;
    outOffset = out.offset();
    outPanelStep = out.rows() * W;
    startOffset = start.offset;
    startPanelStep = start.panelStep;
  }

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
      return new Start(panels.row(0, row), panels.rows() * W);
    }

    /** Zero, from {@link SlabPlan#zeros}. */
    public static Start zero(int zeros) {
      return new Start(zeros, 0);
    }
  }

  public Left left() {
    return left;
  }

  public Panels out() {
    return out;
  }

  /** Computes rows {@code fromRow .. toRow - 1}, multiples of eight. */
  public void run(Kernels kernels, int fromRow, int toRow) {
    for (int panel = 0; panel < out.panels(); panel++) {
      kernels.multiply(this, panel, fromRow, toRow);
    }
  }

  /** Where a row of the left factor goes on at depth {@code k}, where a chunk begins. */
  int leftAt(int row, int k) {
    return leftOffset + row / W * leftBlockStep + row % W * leftRowStep + k / CHUNK * leftChunkStep;
  }

  /** Where a panel of the right factor goes on at depth {@code k}. */
  int rightAt(int panel, int k) {
    return rightOffset + panel * rightPanelStep + k * W;
  }

  int outAt(int panel, int row) {
    return outOffset + panel * outPanelStep + row * W;
  }

  /** Where the sums start from at depth {@code k}: what came before it, or the start. */
  int startAt(int panel, int row, int k) {
    return k == 0 ? startOffset + panel * startPanelStep : outAt(panel, row);
  }

  int startStep(int k) {
    return k == 0 ? 0 : W;
  }

  /** The end of the chunk that begins at depth {@code k}. */
  int chunkEnd(int k) {
    return Math.min(depth, k + CHUNK);
  }

  /** No sum that reaches depth {@code k} may be below. */
  float floorAt(int k) {
    return k == depth ? floor : Float.NEGATIVE_INFINITY;
  }

  /** Columns of a panel that count. */
  int columns(int panel) {
    return Math.min(W, out.columns() - panel * W);
  }
}
