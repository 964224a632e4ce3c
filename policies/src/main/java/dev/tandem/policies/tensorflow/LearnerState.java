package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns variables and counters into named arrays and back. */
final class LearnerState {
  private static final String COUNTERS = "counters";

  /** A counter of 64 bits as four exact floats of 16 bits. */
  private static final int WORDS = 4;

  private final TensorFlowSession session;
  private final List<FlatVariable> variables;

  LearnerState(TensorFlowSession session, List<FlatVariable> variables) {
    this.session = session;
    this.variables = variables;
  }

  List<NamedArray> export(long[] counters) {
    List<NamedArray> arrays = new ArrayList<>();
    for (FlatVariable variable : variables) {
      float[] flat = session.read(variable);
      for (ParameterLayout.Piece piece : variable.layout().pieces()) {
        float[] values = Arrays.copyOfRange(flat, piece.offset(), piece.offset() + piece.size());
        arrays.add(new NamedArray(name(variable, piece), piece.shape(), values));
      }
    }
    arrays.add(words(counters));
    return arrays;
  }

  /** Checks every array before it changes anything; returns {@code count} counters. */
  long[] restore(List<NamedArray> arrays, int count) {
    Map<String, NamedArray> byName = new HashMap<>();
    arrays.forEach(array -> byName.put(array.name(), array));
    List<float[]> values = new ArrayList<>();
    for (FlatVariable variable : variables) {
      values.add(gather(variable, byName));
    }
    long[] counters = counters(take(byName, COUNTERS, new int[] {count, WORDS}));
    if (!byName.isEmpty()) {
      throw new IllegalArgumentException("learner state: no place for " + byName.keySet());
    }
    for (int i = 0; i < values.size(); i++) {
      session.assign(variables.get(i), values.get(i));
    }
    return counters;
  }

  private static float[] gather(FlatVariable variable, Map<String, NamedArray> byName) {
    float[] flat = new float[variable.layout().size()];
    for (ParameterLayout.Piece piece : variable.layout().pieces()) {
      NamedArray array = take(byName, name(variable, piece), piece.shape());
      System.arraycopy(array.values(), 0, flat, piece.offset(), piece.size());
    }
    return flat;
  }

  private static NamedArray take(Map<String, NamedArray> byName, String name, int[] shape) {
    NamedArray array = byName.remove(name);
    if (array == null || !Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException(
          "learner state, array "
              + name
              + ": expected "
              + Arrays.toString(shape)
              + ", found "
              + (array == null ? "no such array" : Arrays.toString(array.shape())));
    }
    return array;
  }

  private static String name(FlatVariable variable, ParameterLayout.Piece piece) {
    return variable.name() + "/" + piece.name();
  }

  private static NamedArray words(long[] counters) {
    float[] words = new float[counters.length * WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = (counters[i / WORDS] >>> (16 * (i % WORDS))) & 0xffff;
    }
    return new NamedArray(COUNTERS, new int[] {counters.length, WORDS}, words);
  }

  private static long[] counters(NamedArray words) {
    long[] counters = new long[words.values().length / WORDS];
    for (int i = 0; i < words.values().length; i++) {
      counters[i / WORDS] |= (long) words.values()[i] << (16 * (i % WORDS));
    }
    return counters;
  }
}
