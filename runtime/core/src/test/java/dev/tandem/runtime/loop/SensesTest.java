package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sensor failed, and for how long one has had nothing new. */
class SensesTest {
  private static final long PERIOD_NANOS = 1_000_000;

  private final FakeRobot first = new FakeRobot();
  private final FakeRobot second = new FakeRobot();
  private final LoopHealth health = new LoopHealth();
  private final Senses senses =
      new Senses(List.of(first, second), new MutableObservation(FakeRobot.OBSERVATION), health);
  private final MutableTick tick = new MutableTick(PERIOD_NANOS);
  private long index;

  private void after(int ticks) {
    index += ticks;
    tick.set(index, index * PERIOD_NANOS, 0);
    senses.sample(tick);
  }

  private void assertStale(int sensor, int ticks) {
    assertEquals(sensor, health.staleSensor);
    assertEquals(ticks * PERIOD_NANOS, health.staleNanos);
  }

  @Test
  void countsTheTimeFromTheLastReadingAlsoThroughTicksThatWereSkipped() {
    after(1);
    assertStale(-1, 0);
    second.sampled = IoStatus.STALE;
    after(1);
    assertStale(1, 1);
    after(1);
    assertStale(1, 2);
    after(50);
    assertStale(1, 52);
    second.sampled = IoStatus.OK;
    after(1);
    assertStale(-1, 0);
  }

  @Test
  void tellsTheSensorThatHasHadNothingForLongest() {
    after(1);
    second.sampled = IoStatus.STALE;
    after(3);
    first.sampled = IoStatus.STALE;
    after(4);
    assertStale(1, 7);
    second.sampled = IoStatus.OK;
    after(1);
    assertStale(0, 5);
    second.sampled = IoStatus.STALE;
    after(1);
    assertStale(0, 6);
  }

  @Test
  void oneThatNeverHadAnythingCountsFromTheFirstQuestion() {
    first.sampled = IoStatus.STALE;
    after(1000);
    assertStale(-1, 0);
    after(7);
    assertStale(0, 7);
  }

  @Test
  void aBrokenSensorIsNotAnOldOne() {
    after(1);
    second.sampled = IoStatus.FAULT;
    after(5);
    assertStale(-1, 0);
    assertEquals(1, health.faultySensor);
    first.sampled = IoStatus.FAULT;
    after(1);
    assertEquals(0, health.faultySensor);
    first.sampled = IoStatus.OK;
    second.sampled = IoStatus.OK;
    after(1);
    assertEquals(-1, health.faultySensor);
  }

  @Test
  void saysWhatIsNotFinite() {
    after(1);
    assertTrue(senses.areFinite());
    first.v = Double.NaN;
    second.v = Double.POSITIVE_INFINITY;
    after(1);
    assertFalse(senses.areFinite());
    assertEquals(1, health.badChannel);
    assertEquals(Double.POSITIVE_INFINITY, health.badValue, "the last one writes");
  }
}
