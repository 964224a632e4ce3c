package dev.tandem.simbridge.fault;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/**
 * A sensor whose readings come in frames with a CRC-32C, over a wire that flips one bit of each
 * while its window is open. A frame that fails its check is dropped and counted, and the last good
 * one stands, as a driver does. Control thread.
 */
public final class FramedSensor implements Sensor {
  private final Sensor inner;
  private final FaultWindow window;
  private final Block channels;
  private final RandomGenerator random;
  private final byte[] frame;
  private final ByteBuffer wire;
  private final CRC32C crc = new CRC32C();
  private final double[] good;
  private final int payload;
  private long corrupt;
  private boolean dropped;

  /**
   * A healthy wire outside its window.
   *
   * @param channels that a frame carries
   * @param random says which bit
   */
  public FramedSensor(Sensor inner, FaultWindow window, Block channels, RandomGenerator random) {
    this.inner = inner;
    this.window = window;
    this.channels = channels;
    this.random = random;
    this.payload = channels.size() * Double.BYTES;
    this.frame = new byte[payload + Integer.BYTES];
    this.wire = ByteBuffer.wrap(frame);
    this.good = new double[channels.size()];
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    IoStatus status = inner.sample(tick, observation);
    send(observation);
    if (window.isOpen(tick)) {
      int bit = random.nextInt(frame.length * Byte.SIZE);
      frame[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
    dropped = checksum() != wire.getInt(payload);
    corrupt += dropped ? 1 : 0;
    receive(observation);
    return dropped ? IoStatus.STALE : status;
  }

  @HotPath
  private void send(MutableObservation observation) {
    for (int i = 0; i < good.length; i++) {
      wire.putDouble(i * Double.BYTES, observation.get(channels.offset() + i));
    }
    wire.putInt(payload, checksum());
  }

  @HotPath
  private int checksum() {
    crc.reset();
    crc.update(frame, 0, payload);
    return (int) crc.getValue();
  }

  @HotPath
  private void receive(MutableObservation observation) {
    for (int i = 0; i < good.length; i++) {
      good[i] = dropped ? good[i] : wire.getDouble(i * Double.BYTES);
      observation.set(channels.offset() + i, good[i]);
    }
  }

  /** Frames dropped so far. */
  @HotPath
  public long corrupt() {
    return corrupt;
  }

  /** True when the newest frame was. */
  @HotPath
  public boolean isDropped() {
    return dropped;
  }

  @Override
  public void close() {
    inner.close();
  }
}
