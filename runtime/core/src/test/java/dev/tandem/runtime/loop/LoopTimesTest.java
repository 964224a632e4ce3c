package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import org.junit.jupiter.api.Test;

class LoopTimesTest {
  private static final long PERIOD_NANOS = 1_000_000;

  private final LoopTimes times = new LoopTimes(PERIOD_NANOS);
  private Mode mode = Mode.RUN_POLICY;

  private void tick(long index, long latenessNanos, long executionNanos) {
    double[] none = {};
    TickRecord record = new TickRecord(none, none, none, none, none);
    record.tick = index;
    record.latenessNanos = latenessNanos;
    record.executionNanos = executionNanos;
    record.mode = mode;
    times.onTick(record);
  }

  @Test
  void countsWakeUpAndExecutionApart() {
    tick(0, 1000, 5000);
    tick(1, 3000, 7000);
    assertEquals(3000.0, (double) times.wakeUp().getMaxValue(), 10.0);
    assertEquals(5000.0, (double) times.execution().getMinNonZeroValue(), 10.0);
    assertEquals(2, times.wakeUp().getTotalCount());
  }

  @Test
  void keepsHowLongTheFirstTickWithPowerTook() {
    mode = Mode.OFF;
    tick(0, 0, 5000);
    mode = Mode.READY;
    tick(1, 0, 6000);
    assertEquals(0, times.firstArmedExecutionNanos());
    mode = Mode.ARMED;
    tick(2, 0, 7000);
    tick(3, 0, 8000);
    assertEquals(7000, times.firstArmedExecutionNanos());
  }

  @Test
  void blamesSkippedTicksOnTheTickBeforeThatTookTooLong() {
    tick(0, 0, 2_500_000);
    tick(3, 0, 1000);
    assertEquals(2, times.lateByExecution());
    tick(4, 0, PERIOD_NANOS);
    tick(6, 0, 1000);
    assertEquals(3, times.lateByExecution(), "a whole period is too long");
    assertEquals(0, times.lateByWakeUp());
  }

  @Test
  void blamesSkippedTicksOnTheWakeUpWhenTheTickBeforeWasShort() {
    tick(0, 0, PERIOD_NANOS - 1);
    tick(2, 0, 1000);
    assertEquals(0, times.lateByExecution());
    assertEquals(1, times.lateByWakeUp());
  }

  @Test
  void takesTicksThatTheRingLostForLostAndNotForSkipped() {
    tick(0, 0, 1000);
    times.onGap(new TickGap(1, 4, 4, 0));
    tick(5, 0, 1000);
    assertEquals(4, times.lostTicks());
    assertEquals(0, times.lateByWakeUp() + times.lateByExecution());
  }
}
