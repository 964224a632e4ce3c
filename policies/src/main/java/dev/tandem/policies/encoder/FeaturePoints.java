package dev.tandem.policies.encoder;

import dev.tandem.runtime.time.HotPath;

/**
 * Where each filter answers most: a softmax over all places, and the mean place under it (arXiv
 * 1504.00702, equation 2 and what follows). -1 is the left or upper edge, 1 the right or lower one.
 */
final class FeaturePoints {
  private final int rows;
  private final int columns;
  private final int filters;
  private final float[] most;
  private final float[] sum;
  private final float[] across;
  private final float[] down;

  FeaturePoints(int rows, int columns, int filters) {
    this.rows = rows;
    this.columns = columns;
    this.filters = filters;
    this.most = new float[filters];
    this.sum = new float[filters];
    this.across = new float[filters];
    this.down = new float[filters];
  }

  /**
   * Writes column and row of every filter.
   *
   * @param answers [row][column][filter]
   * @param points [filter][column, row] from {@code at} on
   */
  @HotPath
  void point(float[] answers, float[] points, int at) {
    findMost(answers);
    for (int filter = 0; filter < filters; filter++) {
      sum[filter] = 0;
      across[filter] = 0;
      down[filter] = 0;
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        add(answers, row, column);
      }
    }
    for (int filter = 0; filter < filters; filter++) {
      points[at + 2 * filter] = across[filter] / sum[filter];
      points[at + 2 * filter + 1] = down[filter] / sum[filter];
    }
  }

  @HotPath
  private void findMost(float[] answers) {
    System.arraycopy(answers, 0, most, 0, filters);
    for (int at = filters; at < rows * columns * filters; at += filters) {
      for (int filter = 0; filter < filters; filter++) {
        most[filter] = Math.max(most[filter], answers[at + filter]);
      }
    }
  }

  @HotPath
  private void add(float[] answers, int row, int column) {
    float x = EncoderShape.coordinate(column, columns);
    float y = EncoderShape.coordinate(row, rows);
    int at = (row * columns + column) * filters;
    for (int filter = 0; filter < filters; filter++) {
      float share = (float) Math.exp(answers[at + filter] - most[filter]);
      sum[filter] += share;
      across[filter] += share * x;
      down[filter] += share * y;
    }
  }
}
