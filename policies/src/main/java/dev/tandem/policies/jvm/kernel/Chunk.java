package dev.tandem.policies.jvm.kernel;

/**
 * A piece of a product's depth, for which its part of a panel stays in the cache: where the factors
 * and the sums stand, all worked out beforehand.
 */
final class Chunk {
  /** Columns of a panel, and the most of the depth that is worked off before the next rows. */
  final int width;

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
   * @param from depth where it begins, a multiple of the panels' width
   */
  Chunk(Product product, int from) {
    Product.Left factor = product.left();
    Panels panels = factor.panels();
    width = panels.width();
    depth = Math.min(width, factor.depth() - from);
    rectified = product.rectified() && from + depth == factor.depth();
    left = factor.transposed() ? panels.row(0, from) : panels.row(from / width, 0);
    leftBlockStep = factor.transposed() ? panels.rows() * width : width * width;
    rowStep = factor.transposed() ? 1 : width;
    depthStep = factor.transposed() ? width : 1;
    right = product.right().row(0, from);
    rightPanelStep = product.right().rows() * width;
    out = product.out().offset();
    outPanelStep = product.out().rows() * width;
    start = from == 0 ? product.start().offset() : out;
    startPanelStep = from == 0 ? product.start().panelStep() : outPanelStep;
    startStep = from == 0 ? 0 : width;
  }

  int leftAt(int row) {
    return left + row / width * leftBlockStep + row % width * rowStep;
  }

  int rightAt(int panel) {
    return right + panel * rightPanelStep;
  }

  int startAt(int panel, int row) {
    return start + panel * startPanelStep + row * startStep;
  }

  int outAt(int panel, int row) {
    return out + panel * outPanelStep + row * width;
  }
}
