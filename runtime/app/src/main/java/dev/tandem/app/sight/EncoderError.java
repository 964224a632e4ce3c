package dev.tandem.app.sight;

import dev.tandem.policies.encoder.LabelledPictures;
import dev.tandem.runtime.sense.ImageEncoder;
import java.util.Arrays;

/**
 * How far off an encoder is, of pictures that it was not taught with.
 *
 * @param meanMetres mean absolute error of each number, [number]
 * @param mean of all numbers, metres
 * @param percentile95 of the absolute errors of all numbers, metres
 */
public record EncoderError(double[] meanMetres, double mean, double percentile95) {
  private static final double TAIL = 0.95;

  /**
   * Asks it for every moment.
   *
   * @param metresPerUnit of each number
   */
  public static EncoderError of(
      ImageEncoder encoder, LabelledPictures pictures, double[] metresPerUnit) {
    int numbers = metresPerUnit.length;
    double[] sums = new double[numbers];
    double[] all = new double[numbers * pictures.size()];
    float[] said = new float[numbers];
    for (int i = 0; i < pictures.size(); i++) {
      encoder.encode(pictures.pixels(i), said);
      for (int k = 0; k < numbers; k++) {
        double error = metresPerUnit[k] * Math.abs(said[k] - pictures.numbers(i)[k]);
        sums[k] += error;
        all[numbers * i + k] = error;
      }
    }
    Arrays.sort(all);
    double[] means = Arrays.stream(sums).map(sum -> sum / pictures.size()).toArray();
    double mean = Arrays.stream(means).average().orElse(Double.NaN);
    return new EncoderError(means, mean, all[(int) (TAIL * (all.length - 1))]);
  }
}
