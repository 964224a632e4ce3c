package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;

/** Mean and variance of all that was seen, value by value (Welford, 1962). */
final class RunningMoments {
  private static final double EPSILON = 1e-8;

  final double[] mean;

  /** Sums of squared distances from the mean. */
  final double[] squares;

  long count;

  RunningMoments(int width) {
    this.mean = new double[width];
    this.squares = new double[width];
  }

  RunningMoments copy() {
    RunningMoments copy = new RunningMoments(mean.length);
    System.arraycopy(mean, 0, copy.mean, 0, mean.length);
    System.arraycopy(squares, 0, copy.squares, 0, squares.length);
    copy.count = count;
    return copy;
  }

  @HotPath
  void update(float[] values) {
    count++;
    for (int i = 0; i < mean.length; i++) {
      update(i, values[i]);
    }
  }

  @HotPath
  void update(double value) {
    count++;
    update(0, value);
  }

  @HotPath
  private void update(int i, double value) {
    double before = value - mean[i];
    mean[i] += before / count;
    squares[i] += before * (value - mean[i]);
  }

  /** One before there are two values. */
  @HotPath
  double standardDeviation(int i) {
    return Math.sqrt((count < 2 ? 1 : squares[i] / (count - 1)) + EPSILON);
  }

  /** Writes {@code values} less their mean, in standard deviations. */
  @HotPath
  void normalise(float[] values, float[] out) {
    for (int i = 0; i < mean.length; i++) {
      out[i] = (float) ((values[i] - mean[i]) / standardDeviation(i));
    }
  }
}
