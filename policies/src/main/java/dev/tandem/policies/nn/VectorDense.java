package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A layer on the Vector API: four vectors of outputs stay in registers while the inputs stream by.
 * Equal to {@link PlainDense} bit for bit, as both add in the same order.
 */
final class VectorDense implements Dense {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final float[] weights;
  private final int weightsOffset;
  private final int biasOffset;
  private final int inputs;
  private final int outputs;
  private final PlainDense rest;

  VectorDense(float[] weights, int weightsOffset, int biasOffset, int inputs, int outputs) {
    this.weights = weights;
    this.weightsOffset = weightsOffset;
    this.biasOffset = biasOffset;
    this.inputs = inputs;
    this.outputs = outputs;
    this.rest = new PlainDense(weights, weightsOffset, biasOffset, inputs, outputs);
  }

  @Override
  @HotPath
  public void forward(float[] input, float[] output) {
    int column = 0;
    for (; column + 4 * LANES <= outputs; column += 4 * LANES) {
      fourVectors(column, input, output);
    }
    for (; column + LANES <= outputs; column += LANES) {
      oneVector(column, input, output);
    }
    if (column < outputs) {
      rest.columnsFrom(column, input, output);
    }
  }

  private void fourVectors(int column, float[] input, float[] output) {
    int bias = biasOffset + column;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, weights, bias);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, weights, bias + LANES);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, weights, bias + 2 * LANES);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, weights, bias + 3 * LANES);
    int row = weightsOffset + column;
    for (int i = 0; i < inputs; i++, row += outputs) {
      FloatVector x = FloatVector.broadcast(SPECIES, input[i]);
      sum0 = x.fma(FloatVector.fromArray(SPECIES, weights, row), sum0);
      sum1 = x.fma(FloatVector.fromArray(SPECIES, weights, row + LANES), sum1);
      sum2 = x.fma(FloatVector.fromArray(SPECIES, weights, row + 2 * LANES), sum2);
      sum3 = x.fma(FloatVector.fromArray(SPECIES, weights, row + 3 * LANES), sum3);
    }
    sum0.intoArray(output, column);
    sum1.intoArray(output, column + LANES);
    sum2.intoArray(output, column + 2 * LANES);
    sum3.intoArray(output, column + 3 * LANES);
  }

  private void oneVector(int column, float[] input, float[] output) {
    FloatVector sum = FloatVector.fromArray(SPECIES, weights, biasOffset + column);
    int row = weightsOffset + column;
    for (int i = 0; i < inputs; i++, row += outputs) {
      FloatVector x = FloatVector.broadcast(SPECIES, input[i]);
      sum = x.fma(FloatVector.fromArray(SPECIES, weights, row), sum);
    }
    sum.intoArray(output, column);
  }
}
