package dev.tandem.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickRingTest {
  private static final int CAPACITY = 4;

  private final TickRing ring =
      new TickRing(CAPACITY, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
  private final TickScript script = new TickScript(ring);
  private final List<String> seen = new ArrayList<>();
  private final TickHandler log =
      new TickHandler() {
        @Override
        public void onTick(TickRecord record) {
          seen.add("tick " + record.tick);
        }

        @Override
        public void onGap(TickGap gap) {
          seen.add("gap " + gap.firstTick() + ".." + gap.lastTick() + " of " + gap.lostTicks());
          assertEquals(gap.firstTick() * TickScript.PERIOD_NANOS, gap.stampNanos());
        }
      };

  @Test
  void handsOverTicksInOrder() {
    script.decide(0).hold(0).hold(0);

    assertEquals(3, ring.drain(log));
    assertEquals(List.of("tick 0", "tick 1", "tick 2"), seen);
  }

  @Test
  void handsOverNothingTwice() {
    script.decide(0);
    ring.drain(log);

    assertEquals(0, ring.drain(log));
    assertEquals(0, ring.waitingTicks());
  }

  @Test
  void keepsWhatIsInItAndDropsWhatFindsNoRoom() {
    publish(CAPACITY + 3);

    ring.drain(log);

    assertEquals(List.of("tick 0", "tick 1", "tick 2", "tick 3"), seen);
    assertEquals(3, ring.lostTicks());
  }

  @Test
  void aTickThatAnErrorKeptFromBeingPublishedLeavesNoHole() {
    publish(1);
    ring.claim().tick = 99;
    publish(1);

    assertEquals(2, ring.drain(log));
    assertEquals(List.of("tick 0", "tick 1"), seen);
  }

  @Test
  void leavesAGapBeforeTheNextTickThatGetsThrough() {
    publish(CAPACITY + 3);
    ring.drain(log);
    seen.clear();

    publish(2);
    ring.drain(log);

    assertEquals(List.of("gap 4..6 of 3", "tick 7", "tick 8"), seen);
  }

  @Test
  void reportsTicksThatWereLostAtTheVeryEnd() {
    publish(CAPACITY + 2);
    ring.drain(log);
    seen.clear();

    ring.drainLastGap(log);
    ring.drainLastGap(log);

    assertEquals(List.of("gap 4..5 of 2"), seen);
  }

  @Test
  void doesNotHandOverATickAgainWhoseHandlerThrew() {
    publish(2);
    TickHandler failing =
        new TickHandler() {
          @Override
          public void onTick(TickRecord record) {
            throw new IllegalArgumentException("tick " + record.tick);
          }

          @Override
          public void onGap(TickGap gap) {}
        };

    var thrown = assertThrows(IllegalArgumentException.class, () -> ring.drain(failing));
    ring.drain(log);

    assertEquals("tick 0", thrown.getMessage());
    assertEquals(List.of("tick 1"), seen);
  }

  @Test
  void refusesACapacityThatIsNoPowerOfTwo() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TickRing(6, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND));

    assertEquals("capacity must be a power of two, got 6", thrown.getMessage());
  }

  /** The least of five rounds: an allocation by {@code publish} would be in each of them. */
  @Test
  void publishesWithoutAllocationWhetherThereIsRoomOrNot() {
    int room = 1 << 13;
    TickRing wide =
        new TickRing(room, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
    TickScript busy = new TickScript(wide);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      least = Math.min(least, allocatedBytes(busy, 2 * room));
      wide.drain(log);
    }

    assertEquals(0, least);
    assertEquals(5L * room, wide.lostTicks());
  }

  private static long allocatedBytes(TickScript script, int ticks) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ticks; i++) {
      script.hold(0);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void publish(int ticks) {
    for (int i = 0; i < ticks; i++) {
      script.hold(0);
    }
  }
}
