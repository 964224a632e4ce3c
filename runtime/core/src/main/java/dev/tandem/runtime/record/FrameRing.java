package dev.tandem.runtime.record;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Carries one camera's images from the control thread to the recorder without waiting: each is
 * copied once, one that finds no room is dropped and counted. One thread offers, one is delivered
 * to.
 */
final class FrameRing {
  private static final int MOST_BYTES = 16 << 20;
  private static final int LEAST_FRAMES = 4;
  private static final int MOST_FRAMES = 256;

  private final FrameRecord[] frames;
  private volatile long offered;
  private volatile long delivered;
  private volatile long lostFrames;

  FrameRing(int slot, ImageSpec spec) {
    frames = new FrameRecord[Math.clamp(MOST_BYTES / spec.bytes(), LEAST_FRAMES, MOST_FRAMES)];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new FrameRecord(slot, spec);
    }
  }

  @HotPath
  void offer(Tick tick, Image image) {
    long next = offered;
    if (next - delivered >= frames.length) {
      long lost = lostFrames + 1;
      lostFrames = lost;
      return;
    }
    frames[(int) (next % frames.length)].set(tick, image);
    offered = next + 1;
  }

  /** Hands over, in order, what ticks up to {@code lastTick} saw first. */
  void deliver(long lastTick, TickHandler handler) {
    for (long next = delivered; next < offered; next++) {
      FrameRecord frame = frames[(int) (next % frames.length)];
      if (frame.tick() > lastTick) {
        return;
      }
      try {
        handler.onFrame(frame);
      } finally {
        delivered = next + 1;
      }
    }
  }

  /** Images that found no room. Any thread. */
  long lostFrames() {
    return lostFrames;
  }
}
