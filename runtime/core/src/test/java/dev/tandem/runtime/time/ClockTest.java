package dev.tandem.runtime.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClockTest {
  private final SimulatedClock simulated = new SimulatedClock();

  @Test
  void simulatedTimeJumpsToTheDeadlineThatIsAwaited() {
    simulated.awaitNanos(500);
    assertEquals(500, simulated.nanoTime());
  }

  @Test
  void simulatedTimeNeverRunsBackwards() {
    simulated.advanceNanos(500);
    simulated.awaitNanos(300);
    assertEquals(500, simulated.nanoTime());
    var error = assertThrows(IllegalArgumentException.class, () -> simulated.advanceNanos(-1));
    assertEquals("nanos must be >= 0, got -1", error.getMessage());
  }

  @Test
  void simulatedTimeMayAdvanceByNothing() {
    simulated.advanceNanos(0);
    assertEquals(0, simulated.nanoTime());
  }

  @Test
  void theSystemClockReturnsAtOrAfterTheDeadline() {
    SystemClock clock = new SystemClock();
    for (int i = 0; i < 20; i++) {
      long deadline = clock.nanoTime() + 300_000;
      clock.awaitNanos(deadline);
      assertTrue(clock.nanoTime() - deadline >= 0);
    }
  }

  @Test
  void theSystemClockDoesNotWaitForAPassedDeadline() {
    SystemClock clock = new SystemClock();
    long before = clock.nanoTime();
    clock.awaitNanos(before - 3_600_000_000_000L);
    assertTrue(clock.nanoTime() - before < 60_000_000_000L);
  }

  @Test
  void aTickOfNoLengthIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> new MutableTick(0));
    assertEquals("periodNanos must be > 0, got 0", error.getMessage());
  }
}
