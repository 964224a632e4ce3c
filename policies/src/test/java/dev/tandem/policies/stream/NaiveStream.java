package dev.tandem.policies.stream;

import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Stream AC(lambda) as its paper writes it (arXiv 2410.14606), in double precision and as plainly
 * as it can be: statistics over a list of all that was seen, gradients by finite differences.
 * Actions are those of {@code TestSpaces}, from -2 to 4 N.
 */
final class NaiveStream {
  private static final double CENTRE_N = 1;
  private static final double HALF_RANGE_N = 3;
  private static final double EPSILON = 1e-8;

  final NaiveStreamNetwork actor;
  final NaiveStreamNetwork critic;
  double[][][] actorTrace;
  double[][][] criticTrace;

  /** All observations, each once. */
  final List<float[]> seen = new ArrayList<>();

  /** The discounted sum of its episode's rewards after every step. */
  final List<Double> sums = new ArrayList<>();

  private final StreamConfig config;
  private Optional<Transition> last = Optional.empty();

  /**
   * @param first what a learner exported before it learnt
   */
  NaiveStream(StreamConfig config, List<NamedArray> first) {
    this.config = config;
    this.actor = new NaiveStreamNetwork(first, "actor");
    this.critic = new NaiveStreamNetwork(first, "critic");
    this.actorTrace = actor.zeros();
    this.criticTrace = critic.zeros();
  }

  void observe(Transition t) {
    boolean follows = last.filter(before -> follows(before, t)).isPresent();
    if (!follows) {
      forget();
    }
    double[] before = normalised(t.observation());
    if (!follows) {
      seen.add(t.observation());
    }
    seen.add(t.nextObservation());
    double[] after = normalised(t.nextObservation());
    double past = follows ? sums.get(sums.size() - 1) : 0;
    sums.add(config.discount() * past + t.reward());
    double reward = t.reward() / deviation(sums);
    if (t.origin() == Origin.POLICY) {
      learn(t, before, after, reward);
    } else {
      forget();
    }
    last = Optional.of(t);
  }

  private static boolean follows(Transition before, Transition t) {
    return !before.endsEpisode()
        && t.episode() == before.episode()
        && t.step() == before.step() + 1;
  }

  private void forget() {
    actorTrace = actor.zeros();
    criticTrace = critic.zeros();
  }

  private void learn(Transition t, double[] before, double[] after, double reward) {
    double next = t.terminated() ? 0 : critic.forward(after)[0];
    double delta = reward + config.discount() * next - critic.forward(before)[0];
    double[] taken = new double[t.requestedAction().length];
    Arrays.setAll(taken, i -> (t.requestedAction()[i] - CENTRE_N) / HALF_RANGE_N);
    double entropyWeight = config.entropy() * Math.signum(delta);
    fade(actorTrace, actor.gradient(before, out -> objective(out, taken, entropyWeight)));
    fade(criticTrace, critic.gradient(before, out -> out[0]));
    step(actor.weights, actorTrace, delta, config.step().actorKappa());
    step(critic.weights, criticTrace, delta, config.step().criticKappa());
  }

  /** log pi(taken) + weight * entropy of independent Gaussians, written out. */
  static double objective(double[] outputs, double[] taken, double weight) {
    double sum = 0;
    for (int i = 0; i < taken.length; i++) {
      double std = deviation(outputs, i);
      double off = taken[i] - outputs[i];
      sum += -off * off / (2 * std * std) - Math.log(std * Math.sqrt(2 * Math.PI));
      sum += weight * Math.log(std * Math.sqrt(2 * Math.PI * Math.E));
    }
    return sum;
  }

  private static double deviation(double[] outputs, int action) {
    return Math.log(1 + Math.exp(outputs[outputs.length / 2 + action]));
  }

  private void fade(double[][][] trace, double[][][] gradient) {
    double decay = config.discount() * config.lambda();
    for (int k = 0; k < trace.length; k++) {
      for (int i = 0; i < trace[k].length; i++) {
        for (int j = 0; j < trace[k][i].length; j++) {
          trace[k][i][j] = decay * trace[k][i][j] + gradient[k][i][j];
        }
      }
    }
  }

  /** ObGD: alpha becomes alpha / M where M = alpha kappa max(|delta|, 1) |z|_1 is above one. */
  private void step(double[][][] weights, double[][][] trace, double delta, double kappa) {
    double alpha = config.step().size();
    double norm =
        Arrays.stream(trace)
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .sum();
    double m = alpha * kappa * Math.max(Math.abs(delta), 1) * norm;
    double size = m > 1 ? alpha / m : alpha;
    for (int k = 0; k < trace.length; k++) {
      for (int i = 0; i < trace[k].length; i++) {
        for (int j = 0; j < trace[k][i].length; j++) {
          weights[k][i][j] += size * delta * trace[k][i][j];
        }
      }
    }
  }

  /** What the deterministic policy asks for, in N. */
  double[] act(float[] observation) {
    double[] outputs = actor.forward(normalised(observation));
    return IntStream.range(0, outputs.length / 2)
        .mapToDouble(i -> CENTRE_N + HALF_RANGE_N * Math.max(-1, Math.min(1, outputs[i])))
        .toArray();
  }

  /** What the exploring policy asks for, in N. */
  double[] explore(float[] observation, RandomGenerator random) {
    double[] outputs = actor.forward(normalised(observation));
    return IntStream.range(0, outputs.length / 2)
        .mapToDouble(i -> outputs[i] + deviation(outputs, i) * random.nextGaussian())
        .map(unit -> CENTRE_N + HALF_RANGE_N * unit)
        .toArray();
  }

  private double[] normalised(float[] observation) {
    return IntStream.range(0, observation.length)
        .mapToDouble(i -> (observation[i] - mean(feature(i))) / deviation(feature(i)))
        .toArray();
  }

  /** All that was seen of one feature. */
  List<Double> feature(int i) {
    return seen.stream().map(observation -> (double) observation[i]).toList();
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }

  /** The sum of the squared distances from the mean. */
  static double squares(List<Double> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
  }

  private static double deviation(List<Double> values) {
    double variance = values.size() < 2 ? 1 : squares(values) / (values.size() - 1);
    return Math.sqrt(variance + EPSILON);
  }
}
