package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final int ARRAY_BYTES = 1 << 16;

  private int calls;
  private byte[] kept = {};

  @Test
  void runsWarmUpAndTimedCallsAndNoMore() {
    Samples.of(3, 5, () -> calls++);
    assertEquals(8, calls);
  }

  @Test
  void pausesAfterEveryBlockAndAtTheEnd() {
    List<Integer> pausedAfter = new ArrayList<>();
    Samples.of(4, 5, () -> calls++, 2, () -> pausedAfter.add(calls));
    assertEquals(List.of(2, 4, 6, 8, 9), pausedAfter);
  }

  @Test
  void countsTheBytesOfACall() {
    Samples samples = Samples.of(100, 100, () -> kept = new byte[ARRAY_BYTES]);
    assertEquals(ARRAY_BYTES, kept.length);
    assertEquals(ARRAY_BYTES, samples.bytesPerCall(), 0.01 * ARRAY_BYTES);
  }

  @Test
  void countsAsItIsTold() {
    Samples samples = Samples.of(1, 4, () -> calls++, () -> 100L * calls);
    assertEquals(100, samples.bytesPerCall());
  }

  @Test
  void waitsForCallsInARowThatAllocateNothing() {
    Runnable work = () -> calls++;
    LongSupplier allocated = () -> calls < 10 ? calls : calls < 12 ? 10 : 20;
    Samples.awaitNoBytes(work, allocated, 4, 100);
    assertEquals(12 + 4, calls);
    calls = 0;
    Samples.awaitNoBytes(work, allocated, 4, 8);
    assertEquals(8, calls, "no more than it is given");
  }

  @Test
  void countsNoBytesOfAPause() {
    Samples samples = Samples.of(100, 100, () -> calls++, 1, () -> kept = new byte[ARRAY_BYTES]);
    assertTrue(samples.bytesPerCall() < 0.01 * ARRAY_BYTES);
  }

  @Test
  void quotesPercentilesInTheirOrder() {
    Samples samples = Samples.of(0, 200, () -> Collections.sort(numbers(50 * (calls++ % 20))));
    assertTrue(samples.micros(0) > 0);
    assertTrue(samples.micros(0) <= samples.micros(0.5));
    assertTrue(samples.micros(0.5) < samples.micros(1));
    assertEquals(samples.micros(0.5) / 1000, samples.medianMillis(), 1e-12);
  }

  private static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(-i);
    }
    return numbers;
  }
}
