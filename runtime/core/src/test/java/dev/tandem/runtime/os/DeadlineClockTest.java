package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineClockTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 50_000})
  void neverReturnsBeforeTheDeadline(long spinNanos) {
    DeadlineClock clock = new DeadlineClock(spinNanos);
    for (int i = 0; i < 20; i++) {
      long deadline = clock.nanoTime() + 100_000;
      clock.awaitNanos(deadline);
      assertTrue(clock.nanoTime() >= deadline);
    }
  }

  @Test
  void returnsAtOnceWhenTheDeadlineHasPassed() {
    DeadlineClock clock = new DeadlineClock(0);
    long before = clock.nanoTime();
    clock.awaitNanos(before - 1_000_000_000_000L);
    clock.awaitNanos(Long.MIN_VALUE / 2);
    assertTrue(clock.nanoTime() - before < 1_000_000_000_000L);
  }

  @Test
  void allocatesNothing() {
    DeadlineClock clock = new DeadlineClock(1000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    clock.warmUp();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10 && least > 0; round++) { // compiled late on a busy machine
      long before = threads.getCurrentThreadAllocatedBytes();
      wait(clock, 500);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  private static void wait(DeadlineClock clock, int times) {
    for (int i = 0; i < times; i++) {
      clock.awaitNanos(clock.nanoTime() + 20_000);
    }
  }

  @Test
  void refusesToSpinForANegativeTime() {
    assertThrows(IllegalArgumentException.class, () -> new DeadlineClock(-1));
  }
}
