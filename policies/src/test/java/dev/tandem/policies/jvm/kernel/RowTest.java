package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.KernelsTest.bits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers for batches of one, against the formula in double precision, over random shapes. */
@Tag("kernels")
class RowTest {
  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static final class Case {
    final TestSlab slab;
    final RowWeights weights;
    final RowWeights trace;
    final int row;
    final int byOut;
    final int out;
    final int norms;

    Case(long seed) {
      slab = new TestSlab(seed, Range.of(seed));
      int inputs = slab.random.nextInt(1, 70);
      int outputs = slab.random.nextInt(1, 150);
      weights = slab.rows(inputs, outputs);
      trace = slab.rows(inputs, outputs);
      row = slab.row(inputs);
      byOut = slab.matrix(1, outputs).offset();
      out = slab.row(weights.step());
      norms = slab.row(weights.step());
    }

    /** A weight, or with {@code input} one beyond the last a bias. */
    double weight(RowWeights of, int input, int output) {
      return slab.get(of.row(input) + output);
    }

    double input(int input) {
      return input < weights.inputs() ? slab.get(row + input) : 1;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void multipliesOneRow(long seed) {
    Case c = new Case(seed);
    float[] found = bits(c.slab, kernels -> kernels.multiplyRow(c.row, c.weights, c.out));
    for (int j = 0; j < c.weights.step(); j++) {
      ExactSum sum = new ExactSum();
      for (int i = 0; i <= c.weights.inputs(); i++) {
        sum.add(c.input(i) * c.weight(c.weights, i, j));
      }
      sum.assertClose(found[c.out + j], "output " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void carriesTheGradientBackToTheInputs(long seed) {
    Case c = new Case(seed);
    int back = c.slab.row(c.weights.inputs() + 1);
    float[] found = bits(c.slab, kernels -> kernels.multiplyRowBack(c.weights, c.byOut, back));
    for (int i = 0; i < c.weights.inputs(); i++) {
      ExactSum sum = new ExactSum();
      for (int j = 0; j < c.weights.outputs(); j++) {
        sum.add(c.slab.get(c.byOut + j) * c.weight(c.weights, i, j));
      }
      sum.assertClose(found[back + i], "input " + i);
    }
    int after = back + c.weights.inputs();
    assertEquals(c.slab.get(after), found[after], "beyond the inputs");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tracesFadeTakeTheGradientInAndAreAddedUp(long seed) {
    Case c = new Case(seed);
    Trace trace = new Trace(c.row, c.byOut, c.trace, c.norms);
    float[] found = bits(c.slab, kernels -> kernels.trace(trace, 0.7f));
    for (int j = 0; j < c.trace.step(); j++) {
      ExactSum norm = new ExactSum();
      for (int i = 0; i <= c.trace.inputs(); i++) {
        double gradient = c.input(i) * (j < c.trace.outputs() ? c.slab.get(c.byOut + j) : 0);
        ExactSum weight = new ExactSum().add(0.7 * c.weight(c.trace, i, j)).add(gradient);
        weight.assertClose(found[c.trace.row(i) + j], "weight " + i + ", " + j);
        norm.add(Math.abs(weight.value()));
      }
      norm.assertClose(found[c.norms + j], "sum of column " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsAMultiple(long seed) {
    Case c = new Case(seed);
    int count = c.weights.size();
    int from = c.trace.offset();
    int to = c.weights.offset();
    float[] found = bits(c.slab, kernels -> kernels.add(-0.3f, from, to, count));
    for (int i = 0; i < count; i++) {
      ExactSum sum = new ExactSum().add(c.slab.get(to + i)).add(-0.3f * c.slab.get(from + i));
      sum.assertClose(found[to + i], "value " + i);
    }
    assertEquals(c.slab.get(to + count), found[to + count], "beyond the last");
  }

  @Test
  void weightsComeAndGoWithoutTheirPadding() {
    RowWeights weights = new RowWeights(32, 1, 3);
    float[] slab = new float[64];
    float[] values = {1, 2, 3, 4, 5, 6};
    weights.set(slab, values);
    assertEquals(6, slab[32 + 16 + 2]);
    assertEquals(0, slab[32 + 3]);
    assertArrayEquals(values, weights.in(slab));
    weights.clear(slab);
    assertArrayEquals(new float[64], slab);
  }
}
