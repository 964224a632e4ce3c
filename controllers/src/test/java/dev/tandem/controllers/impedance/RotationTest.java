package dev.tandem.controllers.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RotationTest {
  private static final double[] UNTURNED = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheVectorByWhichAFrameWasTurned(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] start = new double[16];
    double[] turned = new double[16];
    double size = Math.pow(10, random.nextDouble(-10, 0.2));
    double[] vector = random.doubles(3, -size, size).toArray();
    Rotation.turn(UNTURNED, random.doubles(3, -1, 1).toArray(), 0, 1, start);
    Rotation.turn(start, vector, 0, 1, turned);
    double[] found = new double[3];
    Rotation.between(start, turned, found, 0);
    assertArrayEquals(vector, found, 1e-14 + 1e-12 * size);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsByAFactorInPlace(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] vector = random.doubles(3, -1, 1).toArray();
    double[] twice = UNTURNED.clone();
    double[] once = UNTURNED.clone();
    Rotation.turn(twice, vector, 0, 0.5, twice);
    Rotation.turn(twice, vector, 0, 0.5, twice);
    Rotation.turn(once, vector, 0, 1, once);
    assertArrayEquals(once, twice, 1e-14);
  }
}
