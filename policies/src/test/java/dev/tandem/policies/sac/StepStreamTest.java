package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepStreamTest {
  static LongStream seeds() {
    return LongStream.of(0, 1, -7, 20, Long.MIN_VALUE, 0x1234567890abcdefL);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void drawsWhatTheGeneratorOfEachStepDraws(long seed) {
    StepStream stream = new StepStream(seed, 2);
    for (long step : new long[] {0, 1, 5, 1L << 40}) {
      RandomGenerator expected = StepRandom.at(seed, 2, step);
      stream.moveTo(step);
      for (int i = 0; i < 500; i++) {
        assertEquals(expected.nextLong(), stream.nextLong());
        assertEquals(expected.nextGaussian(), stream.nextGaussian());
        assertEquals(expected.nextInt(10), stream.nextInt(10));
      }
    }
  }
}
