package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final int ARRAY_BYTES = 1 << 16;

  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private int calls;
  private volatile byte[] kept = {};

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
  void countsTheBytesOfOtherThreadsWhenTheyAreAskedFor() {
    Runnable work = this::allocateElsewhere;
    double own = Samples.of(100, 100, work).bytesPerCall();
    assertTrue(own < 0.5 * ARRAY_BYTES, "own bytes " + own);
    double all = Samples.ofProcess(100, 100, work).bytesPerCall();
    assertTrue(all >= ARRAY_BYTES, "bytes of all threads " + all);
  }

  @Test
  void waitsForCallsInARowThatAllocateNothing() {
    Runnable work =
        () -> {
          calls++;
          kept = calls <= 10 || calls == 12 ? new byte[ARRAY_BYTES] : kept;
        };
    Samples.awaitNoBytes(work, 4, 100);
    assertTrue(calls >= 12 + 4, "calls " + calls);
    calls = 0;
    Samples.awaitNoBytes(work, 4, 8);
    assertEquals(8, calls, "no more than it is given");
  }

  private void allocateElsewhere() {
    CompletableFuture.runAsync(() -> kept = new byte[ARRAY_BYTES], elsewhere).join();
  }

  @AfterEach
  void close() {
    elsewhere.shutdown();
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
