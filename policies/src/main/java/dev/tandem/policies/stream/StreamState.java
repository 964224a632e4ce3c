package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.RowWeights;
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

  /** A number of 64 bits as four exact floats of 16 bits. */
  private static final int WORDS = 4;

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
    long[] numbers = numbers();
    float[] words = new float[numbers.length * WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = (numbers[i / WORDS] >>> (16 * (i % WORDS))) & 0xffff;
    }
    arrays.add(new NamedArray(NUMBERS, new int[] {numbers.length, WORDS}, words));
    return arrays;
  }

  /** Checks every array before it changes anything. */
  void restore(List<NamedArray> arrays) {
    Map<String, NamedArray> byName = new HashMap<>();
    arrays.forEach(array -> byName.put(array.name(), array));
    places.forEach((name, place) -> require(byName, name, place.shape()));
    require(byName, NUMBERS, new int[] {numbers().length, WORDS});
    if (byName.size() != places.size() + 1) {
      byName.keySet().removeAll(places.keySet());
      byName.remove(NUMBERS);
      throw new IllegalArgumentException("stream learner state: no place for " + byName.keySet());
    }
    byName.forEach((name, array) -> take(name, array.values()));
  }

  private void take(String name, float[] values) {
    Place place = places.get(name);
    if (place != null) {
      place.rows.set(place.slab, values);
      return;
    }
    long[] numbers = new long[values.length / WORDS];
    for (int i = 0; i < values.length; i++) {
      numbers[i / WORDS] |= (long) values[i] << (16 * (i % WORDS));
    }
    setNumbers(numbers);
  }

  private static void require(Map<String, NamedArray> byName, String name, int[] shape) {
    NamedArray array = byName.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "stream learner state, array " + name + ": there is no such array");
    }
    if (!Arrays.equals(array.shape(), shape)) {
      throw problem(name, Arrays.toString(shape), array.shape());
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
    long[] numbers = new long[8 + 2 * width];
    numbers[0] = actor.steps;
    numbers[1] = expectedEpisode;
    numbers[2] = expectedStep;
    numbers[3] = observations.count;
    numbers[4] = rewards.moments.count;
    numbers[5] = Double.doubleToRawLongBits(rewards.moments.mean[0]);
    numbers[6] = Double.doubleToRawLongBits(rewards.moments.squares[0]);
    numbers[7] = Double.doubleToRawLongBits(rewards.discountedSum);
    for (int i = 0; i < width; i++) {
      numbers[8 + i] = Double.doubleToRawLongBits(observations.mean[i]);
      numbers[8 + width + i] = Double.doubleToRawLongBits(observations.squares[i]);
    }
    return numbers;
  }

  private void setNumbers(long[] numbers) {
    RunningMoments observations = actor.observations;
    int width = observations.mean.length;
    actor.steps = numbers[0];
    expectedEpisode = numbers[1];
    expectedStep = numbers[2];
    observations.count = numbers[3];
    rewards.moments.count = numbers[4];
    rewards.moments.mean[0] = Double.longBitsToDouble(numbers[5]);
    rewards.moments.squares[0] = Double.longBitsToDouble(numbers[6]);
    rewards.discountedSum = Double.longBitsToDouble(numbers[7]);
    for (int i = 0; i < width; i++) {
      observations.mean[i] = Double.longBitsToDouble(numbers[8 + i]);
      observations.squares[i] = Double.longBitsToDouble(numbers[8 + width + i]);
    }
  }
}
