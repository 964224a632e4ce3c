package dev.tandem.policies.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the arrays of a network stand in its one flat weight array. Every array is row-major and
 * follows the one before it without a gap.
 */
public final class ParameterLayout {
  /**
   * One array of a network.
   *
   * @param name unique within the layout
   * @param shape extents, outermost first
   * @param offset of its first value in the flat array
   */
  public record Piece(String name, int[] shape, int offset) {
    /** Whether inputs are multiplied by it: no bias, and no gain or shift of a norm. */
    public boolean isWeights() {
      return name.endsWith(".weights");
    }

    public int size() {
      int size = 1;
      for (int extent : shape) {
        size = Math.multiplyExact(size, extent);
      }
      return size;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private int size;

  /** Appends an array; returns this layout. */
  public ParameterLayout add(String name, int... shape) {
    Piece piece = new Piece(name, shape, size);
    try {
      size = Math.addExact(size, piece.size());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "array %s %s: expected weights that fit into one array, found more than %d"
              .formatted(name, Arrays.toString(shape), Integer.MAX_VALUE),
          e);
    }
    pieces.add(piece);
    return this;
  }

  public List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** Values of all arrays together. */
  public int size() {
    return size;
  }

  public Piece piece(String name) {
    for (Piece piece : pieces) {
      if (piece.name().equals(name)) {
        return piece;
      }
    }
    throw new IllegalArgumentException(
        "no array " + name + "; there are " + pieces.stream().map(Piece::name).toList());
  }

  /**
   * The fully connected layer of the arrays {@code name.weights}, [inputs][outputs], and {@code
   * name.bias}.
   *
   * @param values of all arrays, read and never copied
   */
  public Dense layer(String name, float[] values, Arithmetic arithmetic) {
    Piece weights = piece(name + ".weights");
    return arithmetic.layer(
        values,
        weights.offset(),
        piece(name + ".bias").offset(),
        weights.shape()[0],
        weights.shape()[1]);
  }
}
