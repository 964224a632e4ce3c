package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * One fully connected layer for one row: output = input * weights + bias. Each input has its row of
 * weights as an array of its own, so that every loop runs over equal indices and the compiler makes
 * vector instructions of it.
 */
final class DenseLayer {
  /** [inputs + 1][outputs]; the last row is the bias. */
  final float[][] rows;

  final int inputs;
  final int outputs;

  DenseLayer(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.rows = new float[inputs + 1][outputs];
  }

  DenseLayer copy() {
    DenseLayer copy = new DenseLayer(inputs, outputs);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, copy.rows[i], 0, outputs);
    }
    return copy;
  }

  @HotPath
  void forward(float[] input, float[] output) {
    System.arraycopy(rows[inputs], 0, output, 0, outputs);
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      addFour(i, input, output);
    }
    for (; i < inputs; i++) {
      addOne(input[i], rows[i], output);
    }
  }

  @HotPath
  private void addFour(int first, float[] input, float[] output) {
    float[] row0 = rows[first];
    float[] row1 = rows[first + 1];
    float[] row2 = rows[first + 2];
    float[] row3 = rows[first + 3];
    float x0 = input[first];
    float x1 = input[first + 1];
    float x2 = input[first + 2];
    float x3 = input[first + 3];
    for (int j = 0; j < outputs; j++) {
      output[j] += x0 * row0[j] + x1 * row1[j] + x2 * row2[j] + x3 * row3[j];
    }
  }

  @HotPath
  private static void addOne(float x, float[] row, float[] output) {
    for (int j = 0; j < output.length; j++) {
      output[j] += x * row[j];
    }
  }

  /** From the gradient by the outputs to that by the inputs. */
  @HotPath
  void inputGradient(float[] outputGradient, float[] inputGradient) {
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      fourInputGradients(i, outputGradient, inputGradient);
    }
    for (; i < inputs; i++) {
      float sum = 0;
      for (int j = 0; j < outputs; j++) {
        sum += rows[i][j] * outputGradient[j];
      }
      inputGradient[i] = sum;
    }
  }

  /** Four sums at a time, as each alone would wait for its own last addition. */
  @HotPath
  private void fourInputGradients(int first, float[] outputGradient, float[] inputGradient) {
    float[] row0 = rows[first];
    float[] row1 = rows[first + 1];
    float[] row2 = rows[first + 2];
    float[] row3 = rows[first + 3];
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int j = 0; j < outputs; j++) {
      float g = outputGradient[j];
      sum0 += row0[j] * g;
      sum1 += row1[j] * g;
      sum2 += row2[j] * g;
      sum3 += row3[j] * g;
    }
    inputGradient[first] = sum0;
    inputGradient[first + 1] = sum1;
    inputGradient[first + 2] = sum2;
    inputGradient[first + 3] = sum3;
  }

  /** Row after row; as long as {@link #size}. */
  float[] flat() {
    float[] flat = new float[size()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * outputs, outputs);
    }
    return flat;
  }

  void setFlat(float[] flat) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(flat, i * outputs, rows[i], 0, outputs);
    }
  }

  int size() {
    return rows.length * outputs;
  }

  void clear() {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
