package dev.tandem.app.study;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The mean of the middle half of some runs, with its 95 % interval by a stratified bootstrap
 * (Agarwal et al., "Deep Reinforcement Learning at the Edge of the Statistical Precipice", arXiv
 * 2108.13264, section 4): runs are drawn anew with replacement, each task from its own, and the
 * interval holds what comes out in 95 of 100 cases.
 *
 * @param low end of the interval; NaN when a task has a single run, which says nothing of the
 *     spread
 * @param high end of the interval, likewise
 */
public record InterquartileMean(double mean, double low, double high) {
  private static final int DRAWS = 10_000;
  private static final double TAIL = 0.025;
  private static final long SEED = 1;

  /** Of the runs of one or more tasks; the same runs give the same interval. */
  public static InterquartileMean of(List<double[]> runsByTask) {
    double mean = middle(runsByTask.stream().flatMapToDouble(Arrays::stream).toArray());
    if (runsByTask.stream().anyMatch(runs -> runs.length < 2)) {
      return new InterquartileMean(mean, Double.NaN, Double.NaN);
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] drawn = new double[runsByTask.stream().mapToInt(runs -> runs.length).sum()];
    double[] means = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draw(random, runsByTask, drawn);
      means[i] = middle(drawn);
    }
    Arrays.sort(means);
    return new InterquartileMean(mean, quantile(means, TAIL), quantile(means, 1 - TAIL));
  }

  /** Without the lowest and the highest quarter, rounded down. */
  static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(Double.NaN);
  }

  private static void draw(RandomGenerator random, List<double[]> runsByTask, double[] out) {
    int at = 0;
    for (double[] runs : runsByTask) {
      for (int i = 0; i < runs.length; i++) {
        out[at++] = runs[random.nextInt(runs.length)];
      }
    }
  }

  /** Between two neighbours in proportion. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
