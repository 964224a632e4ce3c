package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.SignalSpec;
import org.junit.jupiter.api.Test;

class ReadingAgeTest {
  private static final long MAX_AGE_NANOS = Watched.CONFIG.timing().maxReadingAgeNanos();
  private static final int MAX_AGE_TICKS = (int) (MAX_AGE_NANOS / Watched.PERIOD_NANOS);

  private final Watched arm = new Watched();
  private final Monitor monitor = new ReadingAgeMonitor(Watched.OBSERVATION, MAX_AGE_NANOS);

  @Test
  void aSensorThatHasHadNothingNewForTooLongTakesThePower() {
    arm.health.staleNanos = MAX_AGE_NANOS;
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.health.staleNanos = MAX_AGE_NANOS + 1;
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    arm.health.staleNanos = 0;
    assertEquals(Reaction.NONE, arm.ask(monitor));
    assertEquals(Fault.SENSOR_STALE, monitor.fault());
  }

  @Test
  void aFrameOfTheDrivesThatWasMeasuredTooLongAgoTakesThePower() {
    arm.pass(MAX_AGE_TICKS);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.pass(1);
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    arm.advance();
    assertEquals(Reaction.NONE, arm.ask(monitor));
  }

  @Test
  void aFrameWithoutAnAgeIsNoneThatMayBeUsed() {
    arm.set(Channels.DRIVE_STAMP, Double.NaN);
    assertEquals(Reaction.STOP1, arm.ask(monitor));
  }

  @Test
  void withoutStampsOnlyTheSensorsThemselvesAreBelieved() {
    SignalSpec bare = new SignalSpec("bare", SignalSpec.block("q", "rad", Watched.JOINTS));
    Monitor unstamped = new ReadingAgeMonitor(bare, MAX_AGE_NANOS);
    arm.pass(10L * MAX_AGE_TICKS);
    assertEquals(Reaction.NONE, arm.ask(unstamped));
    arm.health.staleNanos = MAX_AGE_NANOS + 1;
    assertEquals(Reaction.STOP1, arm.ask(unstamped));
  }
}
