package dev.tandem.policies.encoder;

import dev.tandem.policies.sac.StepRandom;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Teaches an encoder to say what was true when its pictures were taken, for as many steps as were
 * asked for; the learning rate falls along half a cosine (arXiv 1608.03983, without restarts).
 * Equal seeds and pictures draw equal batches.
 */
public final class EncoderTraining {
  private static final int BATCHES = 7;
  private static final double LEAST_SHARE = 0.01;

  private EncoderTraining() {}

  /**
   * Runs all steps.
   *
   * @param done told after each how many there were
   * @return mean squared error of the last tenth of the steps' batches
   */
  public static double run(
      LabelledPictures pictures, EncoderLearner learner, int steps, long seed, IntConsumer done) {
    int[] rows = new int[learner.batchRows()];
    int tail = Math.max(1, steps / 10);
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      RandomGenerator random = StepRandom.at(seed, BATCHES, step);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.nextInt(pictures.size());
      }
      double error = learner.learn(pictures, rows, share(step, steps));
      requireFinite(error, step);
      sum += step >= steps - tail ? error : 0;
      done.accept(step + 1);
    }
    return sum / tail;
  }

  private static double share(int step, int steps) {
    return LEAST_SHARE + (1 - LEAST_SHARE) * (1 + Math.cos(Math.PI * step / steps)) / 2;
  }

  private static void requireFinite(double error, int step) {
    if (!Double.isFinite(error)) {
      throw new IllegalStateException(
          "encoder: expected a finite error, found " + error + " at step " + step);
    }
  }
}
