package dev.tandem.runtime.record;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * An image and the tick that saw it first; a preallocated place of a {@link TickRing}. Written by
 * the control thread, read by the recorder.
 */
public final class FrameRecord {
  /** Which image of the observation. */
  public final int slot;

  private final MutableImage image;
  private long tick;
  private long tickStartNanos;

  FrameRecord(int slot, ImageSpec spec) {
    this.slot = slot;
    this.image = new MutableImage(spec);
  }

  @HotPath
  void set(Tick seenIn, Image seen) {
    tick = seenIn.index();
    tickStartNanos = seenIn.startNanos();
    image.copyFrom(seen);
  }

  public Image image() {
    return image;
  }

  public long tick() {
    return tick;
  }

  /** On the loop's clock, as the image's own stamp. */
  public long tickStartNanos() {
    return tickStartNanos;
  }
}
