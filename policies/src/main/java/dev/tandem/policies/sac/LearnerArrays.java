package dev.tandem.policies.sac;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A learner's state as named arrays, the same for every engine: a run that stopped on one goes on
 * with another.
 *
 * @param variables in the order of the export
 */
public record LearnerArrays(List<Variable> variables) {
  private static final String COUNTERS = "counters";

  /** All weights of a network, or all numbers of one kind that belong to them. */
  public record Variable(String name, ParameterLayout layout) {
    String of(ParameterLayout.Piece piece) {
      return name + "/" + piece.name();
    }
  }

  /**
   * What an export holds.
   *
   * @param values of each variable, in the order of its layout
   * @param counters of seed and steps
   */
  public record State(List<float[]> values, long[] counters) {}

  public List<NamedArray> export(State state) {
    List<NamedArray> arrays = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      float[] flat = state.values.get(i);
      for (ParameterLayout.Piece piece : variable.layout.pieces()) {
        float[] values = Arrays.copyOfRange(flat, piece.offset(), piece.offset() + piece.size());
        arrays.add(new NamedArray(variable.of(piece), piece.shape(), values));
      }
    }
    arrays.add(NumberWords.of(COUNTERS, state.counters));
    return arrays;
  }

  /** Throws when an array is missing, too many or of another shape. */
  public State restore(List<NamedArray> arrays, int counters) {
    Map<String, NamedArray> byName = new HashMap<>();
    arrays.forEach(array -> byName.put(array.name(), array));
    List<float[]> values = new ArrayList<>();
    for (Variable variable : variables) {
      values.add(gather(variable, byName));
    }
    int[] shape = {counters, NumberWords.WORDS};
    long[] counted = NumberWords.in(take(byName, COUNTERS, shape));
    if (!byName.isEmpty()) {
      throw new IllegalArgumentException("learner state: no place for " + byName.keySet());
    }
    return new State(values, counted);
  }

  private static float[] gather(Variable variable, Map<String, NamedArray> byName) {
    float[] flat = new float[variable.layout.size()];
    for (ParameterLayout.Piece piece : variable.layout.pieces()) {
      NamedArray array = take(byName, variable.of(piece), piece.shape());
      System.arraycopy(array.values(), 0, flat, piece.offset(), piece.size());
    }
    return flat;
  }

  /** Takes an array out of {@code byName}; throws when it is not there or of another shape. */
  static NamedArray take(Map<String, NamedArray> byName, String name, int[] shape) {
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
}
