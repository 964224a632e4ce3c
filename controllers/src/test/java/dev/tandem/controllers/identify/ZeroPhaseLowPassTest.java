package dev.tandem.controllers.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZeroPhaseLowPassTest {
  private static final double PERIOD_SECONDS = 1e-3;

  private static double[] sine(double hz) {
    double[] course = new double[4000];
    for (int i = 0; i < course.length; i++) {
      course[i] = Math.sin(2 * Math.PI * hz * i * PERIOD_SECONDS);
    }
    return course;
  }

  private static double largestDifference(double[] a, double[] b, double factor, int margin) {
    double largest = 0;
    for (int i = margin; i < a.length - margin; i++) {
      largest = Math.max(largest, Math.abs(a[i] - factor * b[i]));
    }
    return largest;
  }

  /** 1 / (1 + (f / cut-off)^4), warped by less than 1 % so far below half the rate. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 10, 20, 40})
  void weakensASineAsButterworthTwiceAndDelaysNothing(double hz) {
    ZeroPhaseLowPass lowPass = new ZeroPhaseLowPass(10, PERIOD_SECONDS);
    double[] course = sine(hz);
    double gain = 1 / (1 + Math.pow(hz / 10, 4));
    double[] slow = lowPass.apply(course);
    assertEquals(0, largestDifference(slow, course, gain, lowPass.settlingTicks()), 0.003);
  }

  @Test
  void leavesALineAsItIsToItsEnds() {
    double[] line = new double[1000];
    for (int i = 0; i < line.length; i++) {
      line[i] = 3 + 0.01 * i;
    }
    double[] slow = new ZeroPhaseLowPass(10, PERIOD_SECONDS).apply(line);
    assertEquals(0, largestDifference(slow, line, 1, 0), 0.03);
  }

  @Test
  void tellsHowMuchNoiseThereWasAndHowMuchIsLeft() {
    SplittableRandom random = new SplittableRandom(3);
    double[] course = sine(1);
    double[] noise = new double[course.length];
    for (int i = 0; i < course.length; i++) {
      noise[i] = 0.2 * random.nextGaussian();
      course[i] += noise[i];
    }
    ZeroPhaseLowPass lowPass = new ZeroPhaseLowPass(40, PERIOD_SECONDS);
    assertEquals(0.2, lowPass.noiseOf(course, lowPass.apply(course)), 0.01);
    double square = 0;
    for (double each : lowPass.apply(noise)) {
      square += each * each / noise.length;
    }
    assertEquals(0.2 * Math.sqrt(lowPass.shareOfNoiseKept()), Math.sqrt(square), 0.006);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 500, Double.NaN})
  void refusesACutoffThatTheRateDoesNotHave(double cutoffHz) {
    assertThrows(
        IllegalArgumentException.class, () -> new ZeroPhaseLowPass(cutoffHz, PERIOD_SECONDS));
  }
}
