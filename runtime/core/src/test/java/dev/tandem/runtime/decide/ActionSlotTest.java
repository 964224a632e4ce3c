package dev.tandem.runtime.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.SimulatedClock;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionSlotTest {
  private static final SignalSpec PUSH = new SignalSpec("push", SignalSpec.block("push", "m", 2));

  private final SimulatedClock clock = new SimulatedClock();
  private final ActionSlot slot = new ActionSlot(PUSH, clock);
  private final MutableAction offered = new MutableAction(PUSH);
  private final MutableAction acted = new MutableAction(PUSH);
  private final MutableObservation nothing =
      new MutableObservation(new SignalSpec("nothing", List.of()));
  private final MutableTick tick = new MutableTick(1);

  private boolean offer(long sequence, long stampNanos, double value) {
    offered.set(0, value);
    offered.set(1, -value);
    return slot.offer(sequence, stampNanos, sequence, offered);
  }

  private double act() {
    slot.act(tick, nothing, acted);
    return acted.get(0);
  }

  @Test
  void actsZeroAndVeryOldBeforeTheFirstAction() {
    assertEquals(0, act());
    assertTrue(clock.nanoTime() - slot.decidedNanos(tick) > 1e18);
    assertEquals(ActionSlot.NEVER, slot.newestNanos());
  }

  @Test
  void actsTheNewestActionAgainAndAgainWithItsStampAndVersion() {
    clock.advanceNanos(100);
    assertTrue(offer(1, 50, 0.1));
    assertTrue(offer(2, 60, 0.2));
    assertEquals(0.2, act());
    assertEquals(0.2, act());
    assertEquals(60, slot.decidedNanos(tick));
    assertEquals(60, slot.newestNanos());
    assertEquals(2, slot.version());
    offer(3, 70, 0.3);
    offer(4, 80, 0.4);
    offer(5, 90, 0.5);
    assertEquals(0.5, act());
    assertEquals(90, slot.decidedNanos(tick));
  }

  @Test
  void theStampIsThatOfTheActionThatWasActedNotOfTheNewest() {
    clock.advanceNanos(100);
    offer(1, 50, 0.1);
    act();
    offer(2, 60, 0.2);
    assertEquals(50, slot.decidedNanos(tick));
    assertEquals(60, slot.newestNanos());
  }

  @Test
  void theOfferedActionIsCopied() {
    offer(1, 0, 0.1);
    offered.set(0, 9);
    assertEquals(0.1, act());
  }

  @Test
  void dropsWhatComesTwiceOutOfOrderOrFromTheFuture() {
    clock.advanceNanos(100);
    offer(5, 50, 0.1);
    assertFalse(offer(5, 60, 0.2), "twice");
    assertFalse(offer(4, 60, 0.2), "out of order");
    assertFalse(offer(6, 49, 0.2), "an earlier stamp");
    assertFalse(offer(6, 101, 0.2), "from the future");
    assertEquals(4, slot.droppedActions());
    assertEquals(0.1, act());
    assertTrue(offer(6, 100, 0.3), "now is not the future");
    assertTrue(offer(7, 100, 0.4), "two in the same instant");
    assertEquals(4, slot.droppedActions());
    assertEquals(0.4, act());
  }

  @Test
  void hasEndedFromWhenItIsToldToTheNextActionThatIsNotDropped() {
    assertFalse(slot.isEnded());
    offer(5, 0, 0.1);
    slot.end();
    assertTrue(slot.isEnded());
    offer(5, 0, 0.1);
    assertTrue(slot.isEnded(), "dropped");
    offer(6, 0, 0.1);
    assertFalse(slot.isEnded());
  }

  @Test
  void aReaderNeverSeesHalfAnAction() throws InterruptedException {
    int actions = 200_000;
    Thread policy =
        new Thread(
            () -> {
              for (int i = 1; i <= actions; i++) {
                offer(i, 0, i);
              }
            });
    policy.start();
    double before = 0;
    while (before < actions) {
      slot.act(tick, nothing, acted);
      assertEquals(0, acted.get(0) + acted.get(1));
      assertTrue(acted.get(0) >= before, "went back to " + acted.get(0));
      before = acted.get(0);
    }
    policy.join();
  }

  @Test
  void neitherSideLeavesAByte() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 1; i < 20_000; i++) {
      offer(i, 0, i);
      act();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 20_000; i < 70_000; i++) {
      offer(i, 0, i);
      act();
    }
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 50_000);
  }
}
