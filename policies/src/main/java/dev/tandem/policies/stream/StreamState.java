package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.sac.NumberWords;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a stream learner goes on from: weights, traces, statistics, and what is due next. */
final class StreamState {
  private static final String NUMBERS = "numbers";

  /** Where each of the numbers stands; from {@link #FIRST_REAL} on they are bits of reals. */
  private static final int STEPS = 0;

  private static final int EPISODE = 1;
  private static final int STEP = 2;
  private static final int SEEN = 3;
  private static final int REWARDS = 4;
  private static final int FIRST_REAL = 5;
  private static final int FIRST_MEAN = 8;

  /** Weights or traces and the slab that they stand in. */
  private record Place(float[] slab, RowWeights rows) {
    int[] shape() {
      return new int[] {rows.inputs() + 1, rows.outputs()};
    }
  }

  private final Map<String, Place> places = new TreeMap<>();
  private final StreamActor actor;
  private final StreamNetwork critic;
  private final RewardScale rewards;
  private long expectedEpisode = -1;
  private long expectedStep = -1;

  StreamState(
      StreamActor actor,
      EligibilityTraces actorTraces,
      EligibilityTraces critic,
      RewardScale rewards) {
    this.actor = actor;
    this.critic = critic.network;
    this.rewards = rewards;
    add("actor", actorTraces);
    add("critic", critic);
  }

  private void add(String name, EligibilityTraces traces) {
    float[] slab = traces.network.slab();
    for (int k = 0; k < traces.layers.length; k++) {
      places.put(name + "/layer." + k, new Place(slab, traces.network.layers[k].weights()));
      places.put(name + "_trace/layer." + k, new Place(slab, traces.layers[k].values()));
    }
  }

  /** Widths of the hidden layers of what was exported; throws when they do not go together. */
  static List<Integer> hidden(List<NamedArray> arrays, int inputs) {
    List<Integer> widths = new ArrayList<>(List.of(inputs));
    for (NamedArray array : arrays) {
      if (array.name().startsWith("actor/layer.")) {
        int[] shape = array.shape();
        if (shape.length != 2 || shape[0] != widths.get(widths.size() - 1) + 1) {
          throw problem(array.name(), (widths.get(widths.size() - 1) + 1) + " rows", shape);
        }
        widths.add(shape[1]);
      }
    }
    if (widths.size() < 2) {
      throw new IllegalArgumentException("stream learner state: there are no actor's layers");
    }
    return widths.subList(1, widths.size() - 1);
  }

  /** True for the transition that follows the last one in its episode. */
  boolean expects(Transition transition) {
    return transition.episode() == expectedEpisode && transition.step() == expectedStep;
  }

  void expectAfter(Transition transition) {
    expectedEpisode = transition.episode();
    expectedStep = transition.endsEpisode() ? -1 : transition.step() + 1;
  }

  long bytes() {
    long values = (long) actor.network.slab().length + critic.slab().length;
    return values * Float.BYTES + (long) numbers().length * Long.BYTES;
  }

  List<NamedArray> export() {
    List<NamedArray> arrays = new ArrayList<>();
    places.forEach(
        (name, place) ->
            arrays.add(new NamedArray(name, place.shape(), place.rows.in(place.slab))));
    arrays.add(NumberWords.of(NUMBERS, numbers()));
    return arrays;
  }

  /** Checks every array before it changes anything. */
  void restore(List<NamedArray> arrays) {
    Map<String, NamedArray> byName = new HashMap<>();
    arrays.forEach(array -> byName.put(array.name(), array));
    int[] shape = {numbers().length, NumberWords.WORDS};
    long[] numbers = NumberWords.in(take(byName, NUMBERS, shape));
    requireMoments(numbers);
    Map<Place, float[]> found = new HashMap<>();
    places.forEach((name, place) -> found.put(place, take(byName, name, place.shape()).values()));
    if (!byName.isEmpty()) {
      throw new IllegalArgumentException("stream learner state: no place for " + byName.keySet());
    }
    found.forEach((place, values) -> place.rows.set(place.slab, values));
    setNumbers(numbers);
  }

  private static NamedArray take(Map<String, NamedArray> byName, String name, int[] shape) {
    NamedArray array = byName.remove(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "stream learner state, array " + name + ": there is no such array");
    }
    if (!Arrays.equals(array.shape(), shape)) {
      throw problem(name, Arrays.toString(shape), array.shape());
    }
    return array;
  }

  /** Counts are not negative, and nothing else is but finite. */
  private static void requireMoments(long[] numbers) {
    for (int count : new int[] {STEPS, SEEN, REWARDS}) {
      if (numbers[count] < 0) {
        throw new IllegalArgumentException(
            "stream learner state, array numbers: expected counts of 0 or more, found "
                + numbers[count]);
      }
    }
    for (int i = FIRST_REAL; i < numbers.length; i++) {
      double real = Double.longBitsToDouble(numbers[i]);
      if (!Double.isFinite(real)) {
        throw new IllegalArgumentException(
            "stream learner state, array numbers: expected finite moments, found " + real);
      }
    }
  }

  private static IllegalArgumentException problem(String name, String expected, int[] found) {
    return new IllegalArgumentException(
        "stream learner state, array %s: expected %s, found %s"
            .formatted(name, expected, Arrays.toString(found)));
  }

  private long[] numbers() {
    RunningMoments observations = actor.observations;
    int width = observations.mean.length;
    long[] numbers = new long[FIRST_MEAN + 2 * width];
    numbers[STEPS] = actor.steps;
    numbers[EPISODE] = expectedEpisode;
    numbers[STEP] = expectedStep;
    numbers[SEEN] = observations.count;
    numbers[REWARDS] = rewards.moments.count;
    numbers[FIRST_REAL] = Double.doubleToRawLongBits(rewards.moments.mean[0]);
    numbers[FIRST_REAL + 1] = Double.doubleToRawLongBits(rewards.moments.squares[0]);
    numbers[FIRST_REAL + 2] = Double.doubleToRawLongBits(rewards.discountedSum);
    for (int i = 0; i < width; i++) {
      numbers[FIRST_MEAN + i] = Double.doubleToRawLongBits(observations.mean[i]);
      numbers[FIRST_MEAN + width + i] = Double.doubleToRawLongBits(observations.squares[i]);
    }
    return numbers;
  }

  private void setNumbers(long[] numbers) {
    RunningMoments observations = actor.observations;
    int width = observations.mean.length;
    actor.steps = numbers[STEPS];
    expectedEpisode = numbers[EPISODE];
    expectedStep = numbers[STEP];
    observations.count = numbers[SEEN];
    rewards.moments.count = numbers[REWARDS];
    rewards.moments.mean[0] = Double.longBitsToDouble(numbers[FIRST_REAL]);
    rewards.moments.squares[0] = Double.longBitsToDouble(numbers[FIRST_REAL + 1]);
    rewards.discountedSum = Double.longBitsToDouble(numbers[FIRST_REAL + 2]);
    for (int i = 0; i < width; i++) {
      observations.mean[i] = Double.longBitsToDouble(numbers[FIRST_MEAN + i]);
      observations.squares[i] = Double.longBitsToDouble(numbers[FIRST_MEAN + width + i]);
    }
  }
}
