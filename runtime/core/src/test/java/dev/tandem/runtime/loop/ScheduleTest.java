package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.time.SimulatedClock;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long PERIOD_NANOS = 100;

  private final SimulatedClock clock = new SimulatedClock();
  private final Schedule schedule = new Schedule(clock, Timing.every(PERIOD_NANOS));

  private void assertNext(long index, long startNanos, long latenessNanos) {
    var tick = schedule.await();
    assertEquals(index, tick.index());
    assertEquals(startNanos, tick.startNanos());
    assertEquals(latenessNanos, tick.latenessNanos());
    assertEquals(PERIOD_NANOS, tick.periodNanos());
  }

  @Test
  void deadlinesAreOnePeriodApartHoweverLongATickTook() {
    assertNext(0, 100, 0);
    clock.advanceNanos(70);
    assertNext(1, 200, 0);
    clock.advanceNanos(30);
    assertNext(2, 300, 0);
  }

  @Test
  void aTickThatIsLateByLessThanAPeriodIsRunAndSaysSo() {
    clock.advanceNanos(199);
    assertNext(0, 100, 99);
    assertNext(1, 200, 0);
    assertEquals(0, schedule.skippedTicks());
  }

  @Test
  void aTickThatIsLateByAWholePeriodIsSkipped() {
    clock.advanceNanos(200);
    assertNext(1, 200, 0);
    assertEquals(1, schedule.skippedTicks());
  }

  @Test
  void whatPassedBeforeItBeginsIsNotMissed() {
    clock.advanceNanos(1000);
    schedule.begin();
    assertNext(0, 1100, 0);
    clock.advanceNanos(150);
    schedule.begin();
    assertNext(1, 1200, 50);
    assertEquals(0, schedule.skippedTicks());
  }

  @Test
  void withoutABeginningItCountsFromWhenItWasMade() {
    clock.advanceNanos(1030);
    Schedule made = new Schedule(clock, Timing.every(PERIOD_NANOS));
    clock.advanceNanos(150);
    assertEquals(0, made.await().index());
    assertEquals(1100, made.current().startNanos());
  }

  @Test
  void deadlinesAreMultiplesOfThePeriodWheneverItBegins() {
    clock.advanceNanos(1030);
    schedule.begin();
    assertNext(0, 1100, 0);
    assertNext(1, 1200, 0);
  }

  @Test
  void deadlinesKeepTheirPhaseAfterMultiplesOfThePeriod() {
    Schedule shifted = new Schedule(clock, Timing.every(PERIOD_NANOS).at(60));
    clock.advanceNanos(1030);
    shifted.begin();
    assertEquals(1060, shifted.await().startNanos());
    clock.advanceNanos(350);
    assertEquals(1360, shifted.await().startNanos());
  }

  @Test
  void missedTicksAreCountedAndNeverCaughtUpInABurst() {
    assertNext(0, 100, 0);
    clock.advanceNanos(450);
    assertNext(4, 500, 50);
    assertNext(5, 600, 0);
    assertEquals(600, clock.nanoTime());
    assertEquals(3, schedule.skippedTicks());
    clock.advanceNanos(250);
    assertNext(7, 800, 50);
    assertEquals(4, schedule.skippedTicks());
  }

  @Test
  void theTimeSinceTheWakeUpLeavesTheLatenessOut() {
    clock.advanceNanos(130);
    assertNext(0, 100, 30);
    clock.advanceNanos(5);
    assertEquals(5, schedule.sinceWakeUpNanos());
    assertEquals(0, schedule.current().index());
  }
}
