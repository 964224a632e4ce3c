package dev.tandem.policies.sac;

import dev.tandem.policies.nn.ParameterLayout;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Weights before any learning: matrices uniform by Glorot and Bengio (2010), as in RLPD; gains one,
 * biases and shifts zero.
 */
public final class FirstWeights {
  private FirstWeights() {}

  public static float[] draw(ParameterLayout layout, RandomGenerator random) {
    float[] values = new float[layout.size()];
    for (ParameterLayout.Piece piece : layout.pieces()) {
      if (piece.isWeights()) {
        drawMatrix(piece, random, values);
      } else if (piece.name().endsWith(".gain")) {
        Arrays.fill(values, piece.offset(), piece.offset() + piece.size(), 1f);
      }
    }
    return values;
  }

  private static void drawMatrix(
      ParameterLayout.Piece piece, RandomGenerator random, float[] values) {
    int inputs = piece.shape()[piece.shape().length - 2];
    int outputs = piece.shape()[piece.shape().length - 1];
    double bound = Math.sqrt(6.0 / (inputs + outputs));
    for (int i = 0; i < piece.size(); i++) {
      values[piece.offset() + i] = (float) random.nextDouble(-bound, bound);
    }
  }
}
