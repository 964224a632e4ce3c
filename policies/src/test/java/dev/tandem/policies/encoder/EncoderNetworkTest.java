package dev.tandem.policies.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.Dense;
import dev.tandem.runtime.signal.ImageSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class EncoderNetworkTest {
  private static float[] numbers(EncoderNetwork network, byte[][] pixels) {
    float[] numbers = new float[2];
    network.encode(pixels, numbers);
    return numbers;
  }

  private static EncoderNetwork network(Arithmetic arithmetic) {
    return new EncoderNetwork(Blobs.SHAPE, Blobs.weights(3), "", arithmetic);
  }

  @Test
  void equalPicturesGiveEqualNumbersWhateverWasSeenBefore() {
    LabelledPictures pictures = Blobs.pictures(3, 1);
    EncoderNetwork network = network(Arithmetic.fastest());
    float[] first = numbers(network, pictures.pixels(0));
    float[] other = numbers(network, pictures.pixels(1));
    assertFalse(Arrays.equals(first, other));
    assertArrayEquals(first, numbers(network, pictures.pixels(0)));
  }

  @Test
  void eachCameraCounts() {
    LabelledPictures pictures = Blobs.pictures(2, 1);
    EncoderNetwork network = network(Arithmetic.fastest());
    byte[][] first = pictures.pixels(0);
    byte[][] second = pictures.pixels(1);
    float[] both = numbers(network, first);
    assertFalse(Arrays.equals(both, numbers(network, new byte[][] {first[0], second[1]})));
    assertFalse(Arrays.equals(both, numbers(network, new byte[][] {second[0], first[1]})));
  }

  @Test
  void vectorsAndPlainArraysGiveTheSameBits() {
    byte[][] pixels = Blobs.pictures(1, 5).pixels(0);
    assertArrayEquals(
        numbers(network(Arithmetic.PLAIN), pixels), numbers(network(Arithmetic.fastest()), pixels));
  }

  /** Written out as the definition has it, value by value. */
  @Test
  void aLayerOfFiltersIsAConvolutionWithoutPadding() {
    Convolution shape = new Convolution(3, 2, 2);
    float[] picture = new float[7 * 6 * 2];
    float[] filters = new float[3 * 3 * 2 * 2];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (i * 37 % 19) - 9;
    }
    for (int i = 0; i < filters.length; i++) {
      filters[i] = (i * 23 % 11) - 5;
    }
    Dense dense = (in, out) -> multiply(filters, in, out);
    ConvolutionLayer layer = new ConvolutionLayer(shape, 7, 6, 2, dense);
    float[] found = new float[layer.size()];
    layer.forward(picture, found);
    assertEquals(3, layer.rowsOut());
    assertEquals(2, layer.columnsOut());
    for (int i = 0; i < found.length; i++) {
      int row = i / 4;
      int column = i / 2 % 2;
      double expected = 0;
      for (int k = 0; k < 18; k++) {
        int y = 2 * row + k / 6;
        int x = 2 * column + k / 2 % 3;
        expected += picture[(y * 6 + x) * 2 + k % 2] * filters[k * 2 + i % 2];
      }
      assertEquals(expected, found[i], 1e-4, "value " + i);
    }
  }

  private static void multiply(float[] weights, float[] input, float[] output) {
    for (int j = 0; j < output.length; j++) {
      output[j] = 0;
      for (int i = 0; i < input.length; i++) {
        output[j] += input[i] * weights[i * output.length + j];
      }
    }
  }

  @Test
  void aFilterPointsAtWhereItAnswersMost() {
    FeaturePoints points = new FeaturePoints(5, 9, 2);
    float[] answers = new float[5 * 9 * 2];
    answers[(3 * 9 + 1) * 2] = 40;
    answers[(0 * 9 + 8) * 2 + 1] = 40;
    answers[(4 * 9 + 8) * 2 + 1] = 40;
    float[] found = new float[6];
    points.point(answers, found, 2);
    float[] expected = {0, 0, -0.75f, 0.5f, 1, 0};
    assertArrayEquals(expected, found, 1e-5f, "the second between two that answer alike");
  }

  @Test
  void aPixelIsHalfOfOneAtTheMost() {
    float[] scaled = new float[4];
    PixelScale.scale(new byte[] {0, (byte) 255, 51}, scaled, 1);
    assertArrayEquals(new float[] {0, -0.5f, 0.5f, -0.3f}, scaled, 1e-6f);
  }

  @Test
  void refusesOtherWeightsAndPicturesSmallerThanItsFilters() {
    var weights =
        assertThrows(IllegalArgumentException.class, () -> Blobs.SHAPE.network(new float[7]));
    assertTrue(String.valueOf(weights.getMessage()).contains("found 7"), weights.getMessage());
    var small =
        assertThrows(
            IllegalArgumentException.class,
            () -> EncoderShape.usual(List.of(new ImageSpec("eye", 64, 9, 3)), List.of("x")));
    assertTrue(String.valueOf(small.getMessage()).contains("found 64 x 9"), small.getMessage());
    EncoderShape.usual(List.of(new ImageSpec("eye", 64, 11, 3)), List.of("x"));
  }

  /** The least of many rounds: what is not compiled yet may allocate. */
  @Test
  void allocatesNothing() {
    EncoderNetwork network = network(Arithmetic.fastest());
    byte[][] pixels = Blobs.pictures(1, 5).pixels(0);
    float[] numbers = new float[2];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 100 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 300; i++) {
        network.encode(pixels, numbers);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
