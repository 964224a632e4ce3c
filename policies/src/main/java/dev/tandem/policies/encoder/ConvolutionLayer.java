package dev.tandem.policies.encoder;

import dev.tandem.policies.nn.Dense;
import dev.tandem.runtime.time.HotPath;

/** One layer of filters over one picture, [row][column][depth]. Allocates nothing. */
final class ConvolutionLayer {
  private final Convolution shape;
  private final Dense filters;
  private final int columns;
  private final int depth;
  private final int rowsOut;
  private final int columnsOut;
  private final float[] patch;
  private final float[] place;

  /**
   * @param filters from a patch, [row][column][depth], to a value each
   */
  ConvolutionLayer(Convolution shape, int rows, int columns, int depth, Dense filters) {
    this.shape = shape;
    this.filters = filters;
    this.columns = columns;
    this.depth = depth;
    this.rowsOut = shape.places(rows);
    this.columnsOut = shape.places(columns);
    this.patch = new float[shape.inputs(depth)];
    this.place = new float[shape.filters()];
  }

  int rowsOut() {
    return rowsOut;
  }

  int columnsOut() {
    return columnsOut;
  }

  int size() {
    return rowsOut * columnsOut * shape.filters();
  }

  @HotPath
  void forward(float[] picture, float[] output) {
    int at = 0;
    for (int row = 0; row < rowsOut; row++) {
      for (int column = 0; column < columnsOut; column++) {
        gather(picture, row * shape.stride(), column * shape.stride());
        filters.forward(patch, place);
        System.arraycopy(place, 0, output, at, place.length);
        at += place.length;
      }
    }
  }

  @HotPath
  private void gather(float[] picture, int firstRow, int firstColumn) {
    int run = shape.kernel() * depth;
    for (int row = 0; row < shape.kernel(); row++) {
      int from = ((firstRow + row) * columns + firstColumn) * depth;
      System.arraycopy(picture, from, patch, row * run, run);
    }
  }
}
