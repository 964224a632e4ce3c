package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an encoder says of the newest pictures into channels: its numbers, and the age of the
 * oldest picture that they are of. Comes after the cameras. In simulated time the tick waits for
 * it, so that the same tick knows the same in every run; in real time it is asked on a thread of
 * its own, and the numbers hold until newer ones are there. Allocates nothing and takes no lock.
 * One thread.
 */
public final class PictureEncoding implements Sensor {
  private static final double SECONDS_PER_NANO = 1e-9;
  private static final long HANGS_NANOS = 1_000_000_000;
  private static final long NOTHING = Long.MIN_VALUE;

  private final ImageEncoder encoder;
  private final int[] slots;
  private final int firstChannel;
  private final boolean waits;
  private final EncoderThread thread;
  private final byte[][] pixels;
  private final long[] stampsNanos;
  private final float[] numbers;
  private long shownNanos;
  private long gaveNanos;

  /**
   * @param slots of the encoder's images in the observation
   * @param firstChannel of {@link #channels}
   * @param waits whether a tick waits for the numbers: in simulated time only
   */
  PictureEncoding(ImageEncoder encoder, int[] slots, int firstChannel, boolean waits) {
    this.encoder = encoder;
    this.slots = slots.clone();
    this.firstChannel = firstChannel;
    this.waits = waits;
    this.pixels = encoder.images().stream().map(i -> new byte[i.bytes()]).toArray(byte[][]::new);
    this.stampsNanos = new long[slots.length];
    this.numbers = new float[encoder.names().size()];
    this.thread = new EncoderThread(encoder);
    begin();
    if (!waits) {
      thread.start();
    }
  }

  /**
   * What it writes: the numbers, then their age in seconds.
   *
   * @param block before the name of each
   */
  public static List<Channel> channels(String block, ImageEncoder encoder) {
    List<Channel> channels = new ArrayList<>();
    encoder.names().forEach(name -> channels.add(Channel.of(block + "." + name, "1")));
    channels.add(Channel.of(block + ".age", "s"));
    return channels;
  }

  /** A new episode: whatever its pictures' stamps are, they are new. */
  void begin() {
    for (int i = 0; i < stampsNanos.length; i++) {
      stampsNanos[i] = NOTHING;
    }
  }

  /** {@link IoStatus#STALE} when pictures are not encoded for a second: the encoder hangs. */
  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    long nowNanos = tick.startNanos();
    if (waits) {
      encodeNow(observation);
    } else {
      exchange(nowNanos, observation);
    }
    for (int i = 0; i < numbers.length; i++) {
      observation.set(firstChannel + i, numbers[i]);
    }
    double ageSeconds = (nowNanos - shownNanos) * SECONDS_PER_NANO;
    observation.set(firstChannel + numbers.length, ageSeconds);
    return waits ? IoStatus.OK : health(nowNanos);
  }

  @HotPath
  private IoStatus health(long nowNanos) {
    if (!thread.isRunning()) {
      return IoStatus.FAULT;
    }
    boolean hangs = !thread.isFree() && nowNanos - gaveNanos > HANGS_NANOS;
    return hangs ? IoStatus.STALE : IoStatus.OK;
  }

  @HotPath
  private void encodeNow(MutableObservation observation) {
    if (copyNew(observation, pixels)) {
      encoder.encode(pixels, numbers);
      shownNanos = oldestNanos();
    }
  }

  @HotPath
  private void exchange(long nowNanos, MutableObservation observation) {
    if (thread.take(numbers)) {
      shownNanos = thread.stampNanos();
    }
    if (thread.isFree() && copyNew(observation, thread.pixels())) {
      thread.give(oldestNanos());
      gaveNanos = nowNanos;
    }
  }

  /** False when all pictures are those of before, or one has not come yet. */
  @HotPath
  private boolean copyNew(MutableObservation observation, byte[][] to) {
    boolean fresh = false;
    for (int i = 0; i < slots.length; i++) {
      Image image = observation.image(slots[i]);
      if (image.stampNanos() < 0) {
        return false;
      }
      fresh |= image.stampNanos() != stampsNanos[i];
    }
    for (int i = 0; fresh && i < slots.length; i++) {
      stampsNanos[i] = observation.image(slots[i]).stampNanos();
      observation.image(slots[i]).copyTo(to[i], 0);
    }
    return fresh;
  }

  @HotPath
  private long oldestNanos() {
    long oldest = Long.MAX_VALUE;
    for (long stamp : stampsNanos) {
      oldest = Math.min(oldest, stamp);
    }
    return oldest;
  }

  @Override
  public void close() {
    thread.close();
  }
}
