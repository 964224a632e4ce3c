package dev.tandem.app.bench;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.jvm.kernel.Trace;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.Clock;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What a layer costs, forward and back, for a batch of one: by the kernels for one row, and by the
 * products of batches, which take eight rows at least and weights that are turned for the way back.
 */
public final class OneRow {
  private static final int TILE_ROWS = 8;
  static final int BURST = 300;
  static final int WARM_UP = 60;
  static final int BURSTS = 31;

  final float[] slab;
  final RowWeights weights;
  final Trace trace;
  final Panels byRow;
  final Panels gradient;
  final Panels tiledByRow;
  private final Kernels kernels;
  private final Panels sum;
  private final Panels tiledWeights;
  private final Panels turned;
  private final Product forward;
  private final Product backward;
  private final Product outer;

  /** A layer whose outputs are what the loss is differentiated by. */
  OneRow(int inputs, int outputs, RandomGenerator random) {
    SlabPlan plan = new SlabPlan(0);
    weights = plan.rows(inputs, outputs);
    sum = plan.panels(1, outputs);
    byRow = plan.panels(1, inputs);
    Panels row = plan.panels(TILE_ROWS, inputs);
    Panels tiledSum = plan.panels(TILE_ROWS, outputs);
    trace = new Trace(row.offset(), sum.offset(), plan.rows(inputs, outputs), plan.take(outputs));
    tiledWeights = plan.panels(inputs + 1, outputs);
    turned = plan.panels(outputs, inputs);
    tiledByRow = plan.panels(TILE_ROWS, inputs);
    gradient = plan.panels(SlabPlan.aligned(inputs), outputs);
    Product.Start zero = Product.Start.zero(plan.zeros());
    Product.Start bias = Product.Start.row(tiledWeights, inputs);
    forward = new Product(Product.Left.of(row), tiledWeights, tiledSum, bias);
    backward = new Product(Product.Left.of(tiledSum), turned, tiledByRow, zero);
    outer = new Product(new Product.Left(row, true, 1), tiledSum, gradient, zero);
    slab = plan.allocate();
    kernels = Kernels.of(Arithmetic.fastest(), slab);
    fill(row, random);
  }

  private void fill(Panels row, RandomGenerator random) {
    for (int i = 0; i <= weights.inputs(); i++) {
      for (int j = 0; j < weights.outputs(); j++) {
        slab[weights.row(i) + j] = random.nextFloat();
        slab[tiledWeights.at(i, j)] = slab[weights.row(i) + j];
      }
    }
    for (int i = 0; i < weights.inputs(); i++) {
      slab[row.at(0, i)] = random.nextFloat();
    }
  }

  /** The trace neither fades nor remembers, so that it is the gradient. */
  void byRows() {
    kernels.multiplyRow(trace.row(), weights, sum.offset());
    kernels.trace(trace, 0);
    kernels.multiplyRowBack(weights, sum.offset(), byRow.offset());
  }

  void byTiles() {
    forward.run(kernels, 0, TILE_ROWS);
    outer.run(kernels, 0, gradient.rows());
    for (int panel = 0; panel < tiledWeights.panels(); panel++) {
      kernels.transpose(tiledWeights, panel, weights.inputs(), turned);
    }
    backward.run(kernels, 0, TILE_ROWS);
  }

  /**
   * Medians of one layer forward and back.
   *
   * @param rowNanos by the kernels for one row
   * @param tileNanos by the products of batches
   */
  public record Cost(double rowNanos, double tileNanos) {}

  /** Of a layer with as many inputs as outputs. */
  public static Cost cost(Clock clock, int units, RandomGenerator random) {
    OneRow layer = new OneRow(units, units, random);
    return new Cost(nanos(clock, layer::byRows), nanos(clock, layer::byTiles));
  }

  /** The median of a call, of bursts that come after the warm-up. */
  static double nanos(Clock clock, Runnable work) {
    long[] nanos = new long[WARM_UP + BURSTS];
    for (int burst = 0; burst < nanos.length; burst++) {
      long start = clock.nanoTime();
      for (int i = 0; i < BURST; i++) {
        work.run();
      }
      nanos[burst] = clock.nanoTime() - start;
    }
    long[] warm = Arrays.copyOfRange(nanos, WARM_UP, nanos.length);
    Arrays.sort(warm);
    return (double) warm[BURSTS / 2] / BURST;
  }
}
