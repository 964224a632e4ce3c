package dev.tandem.runtime.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ElapsedPeriodsTest {
  private final ElapsedPeriods elapsed = new ElapsedPeriods();
  private final MutableTick tick = new MutableTick(1_000_000);

  private long at(long index) {
    tick.set(index, index * 1_000_000, 0);
    return elapsed.since(tick);
  }

  @Test
  void fromTickToTickItIsOne() {
    assertEquals(1, at(7));
    assertEquals(1, at(8));
    assertEquals(1, at(9));
  }

  @Test
  void skippedTicksCount() {
    at(7);
    assertEquals(6, at(13));
    assertEquals(1, at(14));
  }

  @Test
  void askingTwiceInATickIsOnePeriodAllTheSame() {
    at(7);
    assertEquals(1, at(7));
  }

  @Test
  void afterARestartTheNextTickIsTheFirst() {
    at(7);
    elapsed.restart();
    assertEquals(1, at(100));
    assertEquals(2, at(102));
  }
}
