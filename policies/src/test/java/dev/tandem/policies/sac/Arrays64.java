package dev.tandem.policies.sac;

import dev.tandem.runtime.learn.NamedArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A learner's exported arrays in double precision. */
public record Arrays64(Map<String, double[]> byName) {
  public static Arrays64 of(List<NamedArray> exported) {
    Map<String, double[]> arrays = new HashMap<>();
    for (NamedArray array : exported) {
      float[] values = array.values();
      arrays.put(
          array.name(), IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
    }
    return new Arrays64(arrays);
  }

  public double[] get(String name) {
    double[] array = byName.get(name);
    if (array == null) {
      throw new AssertionError("no array " + name + " among " + new TreeMap<>(byName).keySet());
    }
    return array;
  }

  /** The same with one value moved by {@code step}. */
  Arrays64 moved(String name, int index, double step) {
    Map<String, double[]> moved = new HashMap<>(byName);
    double[] array = Arrays.copyOf(get(name), get(name).length);
    array[index] += step;
    moved.put(name, array);
    return new Arrays64(moved);
  }
}
