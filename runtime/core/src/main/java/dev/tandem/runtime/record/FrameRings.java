package dev.tandem.runtime.record;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** A ring for each of an observation's images. One thread offers, one is delivered to. */
final class FrameRings {
  private final FrameRing[] rings;

  FrameRings(List<ImageSpec> images) {
    rings = new FrameRing[images.size()];
    for (int slot = 0; slot < rings.length; slot++) {
      rings[slot] = new FrameRing(slot, images.get(slot));
    }
  }

  @HotPath
  void offer(int slot, Tick tick, Image image) {
    rings[slot].offer(tick, image);
  }

  /** Hands over, camera by camera, what ticks up to {@code lastTick} saw first. */
  void deliver(long lastTick, TickHandler handler) {
    for (FrameRing ring : rings) {
      ring.deliver(lastTick, handler);
    }
  }

  /** Images that found no room. Any thread. */
  long lost() {
    long sum = 0;
    for (FrameRing ring : rings) {
      sum += ring.lostFrames();
    }
    return sum;
  }
}
