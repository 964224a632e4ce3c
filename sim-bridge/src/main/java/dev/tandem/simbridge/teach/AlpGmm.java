package dev.tandem.simbridge.teach;

import dev.tandem.simbridge.randomize.Curriculum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * A teacher by absolute learning progress: where the return of an episode differs most from that of
 * the nearest one before, there something is being learnt, or forgotten. A Gaussian mixture of the
 * last points with their progress is fitted anew every so many episodes, the number of Gaussians by
 * AIC; an episode is drawn from one of them, the likelier the more progress it means, but for a
 * share of draws from everywhere (Portelas et al. 2019, ALP-GMM, arXiv 1910.07224).
 *
 * <p>Draws follow from the episode's seed and from what was learnt before: any thread may draw, one
 * at a time tells what came of it.
 */
public final class AlpGmm implements Curriculum {
  private static final int FEWEST_GAUSSIANS = 2;

  private final int dimensions;
  private final Config config;
  private final long seed;
  private final Map<Long, double[]> underWay = new ConcurrentHashMap<>();
  private final List<double[]> points = new ArrayList<>();
  private final List<Double> returns = new ArrayList<>();
  private final List<Double> progress = new ArrayList<>();
  private volatile List<Choice> choices = List.of();

  /** Where episodes may be drawn, and how much is learnt there. */
  private record Choice(Gaussian where, double progress) {}

  /**
   * How it teaches.
   *
   * @param window last episodes that count
   * @param fitEvery episodes from one mixture to the next
   * @param mostGaussians of a mixture; two at the least
   * @param randomShare of the draws that come from everywhere
   */
  public record Config(int window, int fitEvery, int mostGaussians, double randomShare) {
    public Config {
      boolean counts = window >= 2 && fitEvery >= 1 && mostGaussians >= FEWEST_GAUSSIANS;
      if (!counts || !(randomShare >= 0 && randomShare <= 1)) {
        throw new IllegalArgumentException(
            "expected window >= 2, fitEvery >= 1, mostGaussians >= 2 and randomShare in [0, 1], got"
                + " "
                + List.of(window, fitEvery, mostGaussians, randomShare));
      }
    }
  }

  /**
   * Knows nothing yet, and draws from everywhere.
   *
   * @param dimensions of the unit cube
   * @param seed of its mixtures
   */
  public AlpGmm(int dimensions, Config config, long seed) {
    if (dimensions < 1) {
      throw new IllegalArgumentException("dimensions must be >= 1, got " + dimensions);
    }
    this.dimensions = dimensions;
    this.config = config;
    this.seed = seed;
  }

  @Override
  public double[] next(long episodeSeed, RandomGenerator random) {
    List<Choice> now = choices;
    boolean anywhere = now.isEmpty() || random.nextDouble() < config.randomShare();
    double[] point = anywhere ? random.doubles(dimensions).toArray() : drawn(now, random);
    underWay.put(episodeSeed, point.clone());
    return point;
  }

  private static double[] drawn(List<Choice> choices, RandomGenerator random) {
    double[] shares = choices.stream().mapToDouble(Choice::progress).toArray();
    int choice = Wheel.turn(shares, Arrays.stream(shares).sum(), random);
    double[] point = choices.get(choice).where().draw(random);
    for (int i = 0; i < point.length; i++) {
      point[i] = Math.max(0, Math.min(1, point[i]));
    }
    return point;
  }

  @Override
  public void learned(long episodeSeed, double returnSum) {
    double[] point = underWay.remove(episodeSeed);
    if (point != null) {
      recall(point, returnSum);
    }
  }

  @Override
  public void recall(double[] point, double returnSum) {
    progress.add(points.isEmpty() ? 0 : Math.abs(returnSum - returns.get(nearest(point))));
    points.add(point.clone());
    returns.add(returnSum);
    if (points.size() % config.fitEvery() == 0 && points.size() > FEWEST_GAUSSIANS) {
      fit();
    }
  }

  private int nearest(double[] point) {
    int nearest = 0;
    for (int i = 1; i < points.size(); i++) {
      double square = MixtureFit.square(points.get(i), point);
      nearest = square < MixtureFit.square(points.get(nearest), point) ? i : nearest;
    }
    return nearest;
  }

  /** Progress is one more number of each point, of the most in the window. */
  private void fit() {
    int from = Math.max(0, points.size() - config.window());
    double most = progress.stream().skip(from).mapToDouble(Double::doubleValue).max().orElseThrow();
    if (!(most > 0) || !Double.isFinite(most)) {
      choices = List.of();
      return;
    }
    double[][] taught = new double[points.size() - from][];
    for (int i = 0; i < taught.length; i++) {
      taught[i] = Arrays.copyOf(points.get(from + i), dimensions + 1);
      taught[i][dimensions] = progress.get(from + i) / most;
    }
    RandomGenerator random = new SplittableRandom(seed + points.size());
    GaussianMixture mixture =
        new MixtureFit(taught).best(FEWEST_GAUSSIANS, config.mostGaussians(), random);
    choices =
        mixture.gaussians().stream()
            .map(each -> new Choice(each.marginal(dimensions), Math.max(0, each.mean(dimensions))))
            .toList();
  }
}
