package dev.tandem.policies.sac;

import dev.tandem.runtime.learn.Batch;
import java.util.stream.IntStream;

/** A batch row by row, in double precision. */
record NaiveRows(Batch batch) {
  double[] observation(int row) {
    return part(batch.observation, row, batch.features);
  }

  double[] action(int row) {
    return part(batch.action, row, batch.actions);
  }

  double[] next(int row) {
    return part(batch.nextObservation, row, batch.features);
  }

  static double[] joined(double[] left, double[] right) {
    double[] all = new double[left.length + right.length];
    System.arraycopy(left, 0, all, 0, left.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  private static double[] part(float[] values, int row, int width) {
    return IntStream.range(0, width).mapToDouble(i -> values[row * width + i]).toArray();
  }
}
