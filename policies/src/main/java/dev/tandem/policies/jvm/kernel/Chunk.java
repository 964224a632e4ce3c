package dev.tandem.policies.jvm.kernel;

/**
 * A piece of a product's depth, for which its part of a panel stays in the cache: where the factors
 * and the sums stand, all worked out beforehand.
 */
final class Chunk {
  /** Most of the depth that is worked off before the next rows. */
  static final int DEPTH = Panels.WIDTH;

  private static final int W = Panels.WIDTH;

  /** Values that a sum runs over here. */
  final int depth;

  /** From a row of the left factor to the next. */
  final int rowStep;

  /** From a depth of the left factor to the next. */
  final int depthStep;

  /** From the start of a row's sums to that of the next: none for a bias. */
  final int startStep;

  /** True: negative sums become zero. */
  final boolean rectified;

  private final int left;
  private final int leftBlockStep;
  private final int right;
  private final int rightPanelStep;
  private final int start;
  private final int startPanelStep;
  private final int out;
  private final int outPanelStep;

  /**
   * @param from depth where it begins, a multiple of {@link #DEPTH}
   */
  Chunk(Product product, int from) {
    Product.Left factor = product.left();
    Panels panels = factor.panels();
    depth = Math.min(DEPTH, factor.depth() - from);
    rectified = product.rectified() && from + depth == factor.depth();
    left = factor.transposed() ? panels.row(0, from) : panels.row(from / W, 0);
    leftBlockStep = factor.transposed() ? panels.rows() * W : W * W;
    rowStep = factor.transposed() ? 1 : W;
    depthStep = factor.transposed() ? W : 1;
    right = product.right().row(0, from);
    rightPanelStep = product.right().rows() * W;
    out = product.out().offset();
    outPanelStep = product.out().rows() * W;
    start = from == 0 ? product.start().offset() : out;
    startPanelStep = from == 0 ? product.start().panelStep() : outPanelStep;
    startStep = from == 0 ? 0 : W;
  }

  int leftAt(int row) {
    return left + row / W * leftBlockStep + row % W * rowStep;
  }

  int rightAt(int panel) {
    return right + panel * rightPanelStep;
  }

  int startAt(int panel, int row) {
    return start + panel * startPanelStep + row * startStep;
  }

  int outAt(int panel, int row) {
    return out + panel * outPanelStep + row * W;
  }
}
