package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.time.Clock;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long WORK_NANOS = 200_000;
  private static final long HELD_UP_NANOS = WORK_NANOS + Patience.HELD_UP_NANOS + 1;

  private final Patience patience = new Patience();

  private void phases(int count, long waitNanos) {
    for (int i = 0; i < count; i++) {
      patience.phase(WORK_NANOS, waitNanos);
    }
  }

  @Test
  void looksWhileNobodyIsHeldUp() {
    phases(1000, HELD_UP_NANOS - 1);
    assertEquals(Patience.LOOKS, patience.looks());
  }

  @Test
  void takesNoNoticeOfOneThreadThatWasHeldUpNowAndThen() {
    for (int i = 0; i < 20; i++) {
      phases(1, HELD_UP_NANOS);
      assertEquals(Patience.LOOKS, patience.looks());
      phases(Patience.HELD_UP, 0);
    }
  }

  @Test
  void parksAtOnceWhereItHappensAgainSoon() {
    phases(1, HELD_UP_NANOS);
    phases(Patience.HELD_UP - 2, 0);
    phases(1, HELD_UP_NANOS);
    assertEquals(0, patience.looks());
  }

  @Test
  void looksAgainOnceTheMachineIsQuiet() {
    phases(1000, HELD_UP_NANOS);
    phases(3 * Patience.HELD_UP - 1, 0);
    assertEquals(0, patience.looks());
    phases(1, 0);
    assertEquals(Patience.LOOKS, patience.looks());
  }

  /** Every third look at the clock, the one after the wait, finds that long gone. */
  @Test
  void isToldByTheCrewOfEveryPhase() {
    Clock clock =
        new Clock() {
          private long looks;
          private long nanos;

          @Override
          public long nanoTime() {
            looks++;
            nanos += looks % 3 == 0 ? HELD_UP_NANOS : 1;
            return nanos;
          }

          @Override
          public void awaitNanos(long deadlineNanos) {
            throw new UnsupportedOperationException();
          }
        };
    try (Crew crew = new Crew(2, clock, patience)) {
      crew.run(task -> {}, 1);
      crew.run(task -> {}, 4);
      assertEquals(Patience.LOOKS, patience.looks());
      crew.run(task -> {}, 4);
      assertEquals(0, patience.looks());
      crew.run(task -> {}, 4);
    }
  }
}
