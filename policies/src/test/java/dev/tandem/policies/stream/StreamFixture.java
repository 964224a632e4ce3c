package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.NumberWords;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Streams of transitions and looks into a learner's state. */
final class StreamFixture {
  static final int FEATURES = 4;
  static final int ACTIONS = 2;
  static final int EPISODE_STEPS = 5;
  static final PolicySpaces SPACES = TestSpaces.of(FEATURES, ACTIONS);
  static final StreamConfig CONFIG = StreamConfig.defaults(0.9).withHidden(List.of(16, 16));

  private StreamFixture() {}

  static StreamLearner learner(long seed) {
    return new StreamLearner(SPACES, CONFIG, seed);
  }

  /** A network with traces, drawn from {@code random}. */
  static EligibilityTraces drawn(
      StreamShape shape, double stepSize, double kappa, double sparsity, RandomGenerator random) {
    EligibilityTraces traces = EligibilityTraces.of(shape, stepSize, kappa);
    traces.network.draw(sparsity, random);
    return traces;
  }

  /** Both actions of {@code policy}. */
  static double[] act(Policy policy, float[] features) {
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(FEATURES));
    for (int i = 0; i < FEATURES; i++) {
      observation.set(i, features[i]);
    }
    MutableAction action = new MutableAction(TestSpaces.actionSpec(ACTIONS));
    policy.act(new MutableTick(1_000_000), observation, action);
    return new double[] {action.get(0), action.get(1)};
  }

  static Transition transition(
      long episode, int step, RandomGenerator random, boolean last, Origin origin) {
    float[] action = draw(random, ACTIONS);
    return new Transition(
        episode,
        step,
        0,
        draw(random, FEATURES),
        action,
        action,
        random.nextGaussian(),
        draw(random, FEATURES),
        false,
        last,
        origin,
        Verdict.PASSED,
        0);
  }

  static float[] draw(RandomGenerator random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Whole episodes of five steps, the last of them truncated. */
  static List<Transition> stream(long seed, int count) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Transition> stream = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int step = i % EPISODE_STEPS;
      boolean last = step == EPISODE_STEPS - 1;
      stream.add(transition(i / EPISODE_STEPS, step, random, last, Origin.POLICY));
    }
    return stream;
  }

  static float[] array(StreamLearner learner, String name) {
    for (NamedArray array : learner.export()) {
      if (array.name().equals(name)) {
        return array.values();
      }
    }
    throw new AssertionError("no array " + name);
  }

  /** One of the numbers of its state; see {@code StreamState} for where each stands. */
  static long number(StreamLearner learner, int index) {
    return learner.export().stream()
        .filter(array -> array.name().equals("numbers"))
        .map(words -> NumberWords.in(words)[index])
        .findFirst()
        .orElseThrow();
  }

  static double real(StreamLearner learner, int index) {
    return Double.longBitsToDouble(number(learner, index));
  }

  static void assertSameState(StreamLearner expected, StreamLearner found) {
    List<NamedArray> first = expected.export();
    List<NamedArray> second = found.export();
    assertEquals(first.size(), second.size());
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).name(), second.get(i).name());
      assertArrayEquals(first.get(i).values(), second.get(i).values(), first.get(i).name());
    }
  }

  static float last(float[] values) {
    return values[values.length - 1];
  }

  /** Everything is zero, but the last bias of the critic: its value everywhere. */
  static StreamLearner zeroButCriticBias(float bias) {
    StreamLearner learner = learner(1);
    List<NamedArray> arrays = new ArrayList<>();
    for (NamedArray array : learner.export()) {
      boolean numbers = array.name().equals("numbers");
      float[] values = numbers ? array.values() : new float[array.values().length];
      if (array.name().equals("critic/layer.2")) {
        values[values.length - 1] = bias;
      }
      arrays.add(new NamedArray(array.name(), array.shape(), values));
    }
    learner.restore(arrays);
    return learner;
  }
}
