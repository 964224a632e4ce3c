package dev.tandem.runtime.record;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.MutableTick;
import java.util.Arrays;
import java.util.List;

/** Publishes ticks with images of two cameras, each the tick's number all over. */
public final class SeenImages {
  public static final List<ImageSpec> CAMERAS =
      List.of(new ImageSpec("front", 3, 2, 3), new ImageSpec("wrist", 2, 2, 1));

  private final TickSink sink;
  private final MutableTick tick = new MutableTick(TickScript.PERIOD_NANOS);
  private final List<MutableImage> images = CAMERAS.stream().map(MutableImage::new).toList();

  public SeenImages(TickSink sink) {
    this.sink = sink;
  }

  /** A tick that is the first to see an image of {@code slot}, taken {@code ageNanos} before. */
  public SeenImages see(long index, int slot, long ageNanos) {
    byte[] pixels = new byte[CAMERAS.get(slot).bytes()];
    Arrays.fill(pixels, (byte) index);
    images.get(slot).set(index * TickScript.PERIOD_NANOS - ageNanos, pixels, 0);
    TickRecord record = claim(index);
    sink.frame(slot, tick, images.get(slot));
    write(record);
    sink.publish();
    return this;
  }

  /** A tick that sees what the one before saw. */
  public SeenImages go(long index) {
    write(claim(index));
    sink.publish();
    return this;
  }

  private TickRecord claim(long index) {
    tick.set(index, index * TickScript.PERIOD_NANOS, 0);
    return sink.claim();
  }

  private void write(TickRecord record) {
    record.tick = tick.index();
    record.startNanos = tick.startNanos();
    for (int slot = 0; slot < record.imageStamps.length; slot++) {
      record.imageStamps[slot] = images.get(slot).stampNanos();
    }
  }
}
