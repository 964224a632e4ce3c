package dev.tandem.policies.encoder;

/** Improves an encoder's weights, batch by batch. One thread. */
public interface EncoderLearner extends AutoCloseable {
  /** Moments that a batch has. */
  int batchRows();

  /**
   * One step down the mean squared error.
   *
   * @param rows of {@code from}, [{@link #batchRows}]
   * @param rateShare of the learning rate, in (0, 1]
   * @return the error before the step
   */
  double learn(LabelledPictures from, int[] rows, double rateShare);

  /** A copy, in the order of {@link EncoderShape#layout}. */
  float[] weights();

  @Override
  void close();
}
