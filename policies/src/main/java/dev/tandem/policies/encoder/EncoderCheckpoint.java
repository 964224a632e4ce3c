package dev.tandem.policies.encoder;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A taught encoder.
 *
 * @param task whose scene its numbers are about
 * @param settings that it was taught with, and how well it does, by their keys
 * @param weights in the order of {@link EncoderShape#layout}
 */
public record EncoderCheckpoint(
    String task, EncoderShape shape, SortedMap<String, String> settings, float[] weights) {
  public EncoderCheckpoint {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    if (weights.length != shape.layout().size()) {
      throw new IllegalArgumentException(
          "encoder: expected " + shape.layout().size() + " weights, found " + weights.length);
    }
  }

  /** The weights, array by array. */
  public List<NamedArray> arrays() {
    List<NamedArray> arrays = new ArrayList<>();
    for (ParameterLayout.Piece piece : shape.layout().pieces()) {
      int end = piece.offset() + piece.size();
      float[] values = Arrays.copyOfRange(weights, piece.offset(), end);
      arrays.add(new NamedArray(piece.name(), piece.shape(), values));
    }
    return arrays;
  }

  /**
   * The weights that {@link #arrays} gave.
   *
   * @throws IllegalArgumentException when they are not all there, in order and as large
   */
  public static float[] weights(EncoderShape shape, List<NamedArray> arrays) {
    List<ParameterLayout.Piece> pieces = shape.layout().pieces();
    float[] weights = new float[shape.layout().size()];
    for (int i = 0; i < Math.max(pieces.size(), arrays.size()); i++) {
      String expected = i < pieces.size() ? words(pieces.get(i)) : "no more arrays";
      String found = i < arrays.size() ? words(arrays.get(i)) : "no more arrays";
      if (!expected.equals(found)) {
        throw new IllegalArgumentException("expected " + expected + ", found " + found);
      }
      float[] values = arrays.get(i).values();
      System.arraycopy(values, 0, weights, pieces.get(i).offset(), values.length);
    }
    return weights;
  }

  private static String words(ParameterLayout.Piece piece) {
    return words(piece.name(), piece.shape());
  }

  private static String words(NamedArray array) {
    return words(array.name(), array.shape());
  }

  private static String words(String name, int[] shape) {
    return "array " + name + " " + Arrays.toString(shape);
  }
}
