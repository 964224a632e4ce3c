package dev.tandem.app.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A TensorBoard event file: records of u64 length, u32 masked CRC32C of the length, an {@code
 * Event} in protobuf, u32 masked CRC32C of that; little-endian. It grows record by record, so that
 * TensorBoard can follow a run.
 */
final class EventFile implements AutoCloseable {
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE_VALUE = 2;

  private final Path file;
  private final InstantSource time;
  private final OutputStream out;

  EventFile(Path folder, InstantSource time) {
    this.time = time;
    this.file =
        folder.resolve("events.out.tfevents." + time.instant().getEpochSecond() + ".tandem");
    try {
      this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
    write(event().text(EVENT_FILE_VERSION, "brain.Event:2"));
  }

  Path file() {
    return file;
  }

  /** Values by tag at one step; what is not finite is left out. */
  void scalars(long step, Map<String, Double> values) {
    ProtoMessage summary = new ProtoMessage();
    values.forEach(
        (tag, value) -> {
          if (Double.isFinite(value)) {
            ProtoMessage scalar =
                new ProtoMessage()
                    .text(VALUE_TAG, tag)
                    .float32(VALUE_SIMPLE_VALUE, value.floatValue());
            summary.message(SUMMARY_VALUE, scalar);
          }
        });
    write(event().int64(EVENT_STEP, step).message(EVENT_SUMMARY, summary));
  }

  private ProtoMessage event() {
    Instant now = time.instant();
    return new ProtoMessage().float64(EVENT_WALL_TIME, now.getEpochSecond() + now.getNano() * 1e-9);
  }

  private void write(ProtoMessage event) {
    byte[] data = event.toBytes();
    byte[] length = new byte[Long.BYTES];
    littleEndian(length).putLong(data.length);
    byte[] framed = new byte[length.length + data.length + 2 * Integer.BYTES];
    littleEndian(framed).put(length).putInt(maskedCrc(length)).put(data).putInt(maskedCrc(data));
    try {
      out.write(framed);
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }

  /** Rotated and shifted, so that a CRC of data that holds CRCs is none of them. */
  static int maskedCrc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }
}
