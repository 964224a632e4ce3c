package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Arithmetic;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A slab of random numbers that every arithmetic starts from. */
final class TestSlab {
  final SlabPlan plan = new SlabPlan(0);
  final SplittableRandom random;
  private final Range range;
  private float[] values = {};

  /** Of numbers from -1 to 1. */
  TestSlab(long seed) {
    this(seed, Range.USUAL);
  }

  TestSlab(long seed, Range range) {
    random = new SplittableRandom(seed);
    this.range = range;
  }

  /** A matrix of random numbers, zero in the padding. */
  Panels matrix(int rows, int columns) {
    return matrix(rows, columns, range);
  }

  /** The same in a range of its own. */
  Panels matrix(int rows, int columns, Range range) {
    Panels matrix = plan.panels(rows, columns);
    grow();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[matrix.at(row, column)] = range.draw(random);
      }
    }
    return matrix;
  }

  /** A layer of random numbers for batches of one, zero in the padding. */
  RowWeights rows(int inputs, int outputs) {
    RowWeights weights = plan.rows(inputs, outputs);
    grow();
    for (int i = 0; i <= inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        values[weights.row(i) + j] = range.draw(random);
      }
    }
    return weights;
  }

  /** Random numbers side by side. */
  int row(int count) {
    int place = plan.take(count);
    grow();
    for (int i = 0; i < count; i++) {
      values[place + i] = range.draw(random);
    }
    return place;
  }

  void set(int place, float value) {
    values[place] = value;
  }

  double get(int place) {
    return values[place];
  }

  double get(Panels matrix, int row, int column) {
    return values[matrix.at(row, column)];
  }

  /** The slab after {@code work}. */
  float[] after(Arithmetic arithmetic, Consumer<Kernels> work) {
    float[] copy = values.clone();
    work.accept(Kernels.of(arithmetic, copy));
    return copy;
  }

  private void grow() {
    values = Arrays.copyOf(values, plan.allocate().length);
  }
}
