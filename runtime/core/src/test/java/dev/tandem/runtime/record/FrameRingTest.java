package dev.tandem.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameRingTest {
  private static final int MOST_FRAMES = 256;

  private final TickRing ring =
      new TickRing(
          512, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND, SeenImages.CAMERAS);
  private final SeenImages ticks = new SeenImages(ring);
  private final List<String> seen = new ArrayList<>();
  private final TickHandler log =
      new TickHandler() {
        @Override
        public void onTick(TickRecord record) {
          seen.add("tick " + record.tick);
        }

        @Override
        public void onGap(TickGap gap) {}

        @Override
        public void onFrame(FrameRecord frame) {
          String image = frame.image().spec().name() + " of " + frame.image().get(0);
          seen.add(image + " for tick " + frame.tick() + " at " + frame.tickStartNanos());
        }
      };

  @Test
  void anImageComesJustBeforeTheTickThatSawItFirst() {
    ticks.go(0).see(1, 1, 0).go(2).see(3, 0, 500).see(4, 0, 500);
    ring.drain(log);
    assertEquals(
        List.of(
            "tick 0",
            "wrist of 1 for tick 1 at 1000000",
            "tick 1",
            "tick 2",
            "front of 3 for tick 3 at 3000000",
            "tick 3",
            "front of 4 for tick 4 at 4000000",
            "tick 4"),
        seen);
  }

  @Test
  void imagesThatFindNoRoomAreDroppedAndCountedAndTheTicksGoOn() {
    for (int i = 0; i < MOST_FRAMES + 3; i++) {
      ticks.see(i, 0, 0);
    }
    assertEquals(3, ring.lostFrames());
    assertEquals(MOST_FRAMES + 3, ring.drain(log));
    assertEquals(MOST_FRAMES, seen.stream().filter(line -> line.startsWith("front")).count());
    seen.clear();
    ticks.see(1000, 0, 0);
    ring.drain(log);
    assertEquals(2, seen.size(), "there is room again");
    assertEquals(3, ring.lostFrames());
  }

  @Test
  void handsOverTheImagesOfTicksThatWereLostAtTheVeryEnd() {
    TickRing narrow =
        new TickRing(
            1, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND, SeenImages.CAMERAS);
    new SeenImages(narrow).go(0).see(1, 1, 0);
    narrow.drain(log);
    assertEquals(List.of("tick 0"), seen);
    narrow.drainLastGap(log);
    assertEquals("wrist of 1 for tick 1 at 1000000", seen.get(1));
  }

  /** The least of five rounds: an allocation by {@code offer} would be in each of them. */
  @Test
  void takesImagesWithoutAllocationWhetherThereIsRoomOrNot() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    FrameRing frames = new FrameRing(0, SeenImages.CAMERAS.get(0));
    MutableImage image = new MutableImage(SeenImages.CAMERAS.get(0));
    MutableTick tick = new MutableTick(1);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20 * MOST_FRAMES; i++) {
        frames.offer(tick, image);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      frames.deliver(Long.MAX_VALUE, TickHandler.NOBODY);
    }
    assertEquals(0, least);
  }
}
