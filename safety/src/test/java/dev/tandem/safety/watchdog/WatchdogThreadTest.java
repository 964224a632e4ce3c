package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchdogThreadTest {
  private static final long MILLI = WatchRig.MILLI;

  @RegisterExtension final WatchRig rig = new WatchRig();

  /** Whether to end the thread after so many looks. */
  private int looks = 5;

  private final List<Long> lookedAtNanos = new ArrayList<>();

  /** The rig's clock; the runtime beats whenever somebody waits. */
  private final class Waiting implements Clock {
    private WatchdogThread thread = new WatchdogThread(rig.watch, this);

    @Override
    public long nanoTime() {
      return rig.now();
    }

    @Override
    public void awaitNanos(long deadlineNanos) {
      lookedAtNanos.add(rig.seen.get(Word.WATCHDOG_STAMP_NANOS));
      rig.clock.awaitNanos(deadlineNanos);
      rig.runtime.beat(rig.now());
      if (--looks == 0) {
        thread.end();
      }
    }
  }

  @Test
  void looksEveryMillisecondUntilItIsEnded() {
    rig.armed();
    long begunNanos = rig.now();
    new Waiting().thread.run();
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      expected.add(begunNanos + i * MILLI);
    }
    assertEquals(expected, lookedAtNanos);
  }

  @Test
  void stopsTheDrivesWhenItEnds() {
    rig.armed();
    new Waiting().thread.run();
    assertFalse(rig.driveRuns());
    assertEquals(List.of(TripCause.WATCHDOG_ENDED), rig.stops);
    assertEquals(rig.now(), rig.seen.get(Word.CAUSE_STAMP_NANOS));
  }

  /** As when somebody cuts its file off. */
  @Test
  void stopsTheDrivesWhenAnErrorEndsIt() {
    rig.armed();
    InternalError error = new InternalError("a test");
    Clock broken =
        new Clock() {
          @Override
          public long nanoTime() {
            return rig.now();
          }

          @Override
          public void awaitNanos(long deadlineNanos) {
            throw error;
          }
        };
    WatchdogThread thread = new WatchdogThread(rig.watch, broken);
    assertSame(error, assertThrows(InternalError.class, thread::run));
    assertEquals(List.of(TripCause.WATCHDOG_ENDED), rig.stops);
    assertFalse(rig.driveRuns());
  }

  /** Its memory is gone, and whoever writes there ends: by then the others have stopped. */
  @Test
  void theOtherWaysStopTheDrivesWhereSomebodyHasCutItsFileOff() throws IOException {
    rig.armed();
    Files.write(rig.file, new byte[0]);
    WatchdogThread thread = new WatchdogThread(rig.watch, rig.clock);
    assertThrows(InternalError.class, thread::run);
    assertEquals(List.of(TripCause.WATCHDOG_ENDED), rig.stops);
  }

  @Test
  void anEndedWatchdogThatWasNotArmedHasNothingToStop() {
    new Waiting().thread.run();
    assertEquals(List.of(), rig.stops);
    assertEquals(TripCause.NOT_ARMED, rig.cause());
  }
}
