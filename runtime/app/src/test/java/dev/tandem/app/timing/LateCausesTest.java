package dev.tandem.app.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.timing.LateCauses.Cause;
import dev.tandem.runtime.loop.LoopTimes;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import org.junit.jupiter.api.Test;

class LateCausesTest {
  private static final long PERIOD_NANOS = 1_000_000;

  private final LateCauses causes = new LateCauses(PERIOD_NANOS);
  private TickHandler both = TickHandler.NOBODY;

  private void tick(long index, long latenessNanos, long executionNanos) {
    double[] none = {};
    TickRecord record = new TickRecord(none, none, none, none, none);
    record.tick = index;
    record.startNanos = index * PERIOD_NANOS;
    record.latenessNanos = latenessNanos;
    record.executionNanos = executionNanos;
    causes.onTick(record);
    both.onTick(record);
  }

  private void assertOnly(Cause cause) {
    for (Cause each : Cause.values()) {
      assertEquals(each == cause ? 1 : 0, causes.late(each), each::toString);
    }
  }

  @Test
  void countsWhatIsLateByHalfAPeriod() {
    tick(0, 499_999, 0);
    tick(1, 500_000, 0);
    assertOnly(Cause.MACHINE);
  }

  @Test
  void blamesTheTickBeforeWhenThatHadNotEnded() {
    causes.counted(new Stalls.Counted(1, 5, 900_000));
    tick(0, 0, 1_600_000);
    tick(1, 600_000, 0);
    assertOnly(Cause.EXECUTION);
  }

  @Test
  void givesTheSameCauseToTheTickThatTheLateOneDelayed() {
    causes.counted(new Stalls.Counted(0, 0, 500_000));
    tick(0, 1_600_000, 10);
    causes.counted(new Stalls.Counted(0, 0, 0));
    tick(1, 600_010, 10);
    assertEquals(2, causes.late(Cause.NO_CORE));
  }

  @Test
  void blamesTheKernelWhenTheThreadWasReadyWithoutACore() {
    causes.counted(new Stalls.Counted(1, 5, 500_000));
    tick(0, 700_000, 0);
    assertOnly(Cause.NO_CORE);
  }

  @Test
  void blamesTheCollectorWhenItPausedInTheSameTime() {
    causes.counted(new Stalls.Counted(1, 0, 499_999));
    tick(0, 700_000, 0);
    assertOnly(Cause.COLLECTOR);
  }

  @Test
  void countsEverySkippedTickAlsoWhenTheNextIsOnTimeButNotALostRecord() {
    tick(0, 0, 0);
    tick(4, 10, 0);
    causes.onGap(new TickGap(5, 9, 5, 0));
    tick(10, 10, 0);
    assertOnly(Cause.MACHINE);
    assertEquals(
        "{\"execution\":0,\"no_core\":0,\"collector\":0,\"machine\":3}",
        causes.skippedJson().toString());
    assertEquals(
        "{\"execution\":0,\"no_core\":0,\"collector\":0,\"machine\":1}",
        causes.lateJson().toString());
  }

  @Test
  void skippedTicksOfAllCausesAreTheLoopsOverruns() {
    LoopTimes times = new LoopTimes(PERIOD_NANOS);
    both = times;
    tick(0, 0, 3_200_000);
    tick(3, 200_000, 10);
    causes.counted(new Stalls.Counted(1, 3, 0));
    tick(9, 700_000, 10);
    tick(10, 600_000, 10);
    causes.counted(new Stalls.Counted(0, 0, 800_000));
    tick(12, 0, 10);
    causes.counted(new Stalls.Counted(0, 0, 0));
    tick(14, 0, 10);
    assertEquals(2, causes.skipped(Cause.EXECUTION));
    assertEquals(5, causes.skipped(Cause.COLLECTOR));
    assertEquals(1, causes.skipped(Cause.NO_CORE));
    assertEquals(1, causes.skipped(Cause.MACHINE));
    assertEquals(9, times.lateByExecution() + times.lateByWakeUp());
  }
}
