package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.SPACES;
import static dev.tandem.policies.stream.StreamFixture.act;
import static dev.tandem.policies.stream.StreamFixture.array;
import static dev.tandem.policies.stream.StreamFixture.number;
import static dev.tandem.policies.stream.StreamFixture.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole learner, transition by transition, against the paper in double precision. */
class StreamOracleTest {
  /** Of the largest number of an array. */
  private static final double TOLERANCE = 1e-4;

  /** The bound on the step binds with the paper's step size of 1, and does not with a small one. */
  static Stream<Arguments> cases() {
    StreamConfig.Step bound = new StreamConfig.Step(1, 3, 2);
    StreamConfig.Step free = new StreamConfig.Step(1e-5, 5, 1.5);
    return Stream.of(
        Arguments.of(config(0.5, 0.8, 0.05, bound, 0.9), 1),
        Arguments.of(config(0, 0.95, 0.3, bound, 0.6), 2),
        Arguments.of(config(0.9, 0, 0.01, bound, 0.99), 3),
        Arguments.of(config(0.25, 0.8, 0.3, free, 0.9), 4));
  }

  private static StreamConfig config(
      double sparsity, double lambda, double entropy, StreamConfig.Step step, double discount) {
    return new StreamConfig(List.of(6, 5), sparsity, lambda, entropy, step, discount);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void learnsWhatThePaperLearnsThroughWholeEpisodes(StreamConfig config, long seed) {
    StreamLearner learner = new StreamLearner(SPACES, config, seed);
    NaiveStream naive = new NaiveStream(config, learner.export());
    int step = 0;
    for (Transition transition : Eventful.stream(seed)) {
      learner.observe(transition);
      naive.observe(transition);
      step++;
      String where = "after " + step + " transitions, ";
      assertSameLayers(where + "actor", naive.actor.weights, learner, "actor");
      assertSameLayers(where + "critic", naive.critic.weights, learner, "critic");
      assertSameLayers(where + "actor's trace", naive.actorTrace, learner, "actor_trace");
      assertSameLayers(where + "critic's trace", naive.criticTrace, learner, "critic_trace");
      assertSameStatistics(where, naive, learner);
      assertEquals(step, number(learner, 0));
    }
  }

  /**
   * Of the live policy, of a snapshot and of one that was restored, as soon as there are
   * statistics.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void itsPoliciesActAsThePapersOnWhatTheyHaveSeen(StreamConfig config, long seed) {
    StreamLearner learner = new StreamLearner(SPACES, config, seed);
    NaiveStream naive = new NaiveStream(config, learner.export());
    List<Transition> stream = Eventful.stream(seed);
    for (Transition transition : stream) {
      float[] seen = transition.observation();
      for (Policy policy : policies(learner)) {
        assertArrayEquals(naive.act(seen), act(policy, seen), 1e-3);
        assertArrayEquals(
            naive.explore(seen, new SplittableRandom(seed)),
            act(policy.exploring(new SplittableRandom(seed)), seen),
            1e-3);
      }
      learner.observe(transition);
      naive.observe(transition);
    }
  }

  private static List<Policy> policies(StreamLearner learner) {
    return List.of(
        learner.live(), learner.snapshot(), StreamLearner.policy(SPACES, learner.export()));
  }

  /** SparseInit: of every unit of both networks, and the share is the configuration's. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 0.9})
  void everyUnitOfBothNetworksStartsWithItsShareOfZeros(double sparsity) {
    StreamConfig config =
        config(sparsity, 0.8, 0.01, new StreamConfig.Step(1, 3, 2), 0.9).withHidden(List.of(20, 9));
    List<NamedArray> first = new StreamLearner(SPACES, config, 8).export();
    for (String prefix : List.of("actor", "critic")) {
      for (double[][] layer : new NaiveStreamNetwork(first, prefix).weights) {
        int inputs = layer.length - 1;
        for (int j = 0; j < layer[0].length; j++) {
          int unit = j;
          long zeros = Arrays.stream(layer).limit(inputs).filter(row -> row[unit] == 0).count();
          assertEquals((long) (sparsity * inputs), zeros, prefix + ", " + inputs + " inputs");
          assertEquals(0, layer[inputs][unit], "bias");
        }
      }
    }
  }

  private static void assertSameLayers(
      String what, double[][][] expected, StreamLearner learner, String prefix) {
    for (int k = 0; k < expected.length; k++) {
      double[] values = Arrays.stream(expected[k]).flatMapToDouble(Arrays::stream).toArray();
      float[] found = array(learner, prefix + "/layer." + k);
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < values.length; i++) {
        assertEquals(
            values[i], found[i], TOLERANCE * largest + 1e-7, what + ", layer " + k + ", " + i);
      }
    }
  }

  private static void assertSameStatistics(String where, NaiveStream naive, StreamLearner learner) {
    assertEquals(naive.seen.size(), number(learner, 3), where + "observations counted");
    assertEquals(naive.sums.size(), number(learner, 4), where + "rewards counted");
    assertClose(where + "rewards' mean", NaiveStream.mean(naive.sums), real(learner, 5));
    assertClose(where + "rewards' squares", NaiveStream.squares(naive.sums), real(learner, 6));
    for (int i = 0; i < StreamFixture.FEATURES; i++) {
      List<Double> feature = naive.feature(i);
      assertClose(where + "mean " + i, NaiveStream.mean(feature), real(learner, 8 + i));
      assertClose(
          where + "squares " + i,
          NaiveStream.squares(feature),
          real(learner, 8 + StreamFixture.FEATURES + i));
    }
  }

  private static void assertClose(String what, double expected, double found) {
    assertEquals(expected, found, 1e-9 * Math.max(1, Math.abs(expected)), what);
  }
}
