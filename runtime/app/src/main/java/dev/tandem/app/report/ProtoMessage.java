package dev.tandem.app.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few kinds of protobuf fields that TensorBoard's events are made of. */
final class ProtoMessage {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtoMessage int64(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  ProtoMessage float64(int field, double value) {
    key(field, FIXED64);
    bytes.writeBytes(littleEndian(8).putDouble(value).array());
    return this;
  }

  ProtoMessage float32(int field, float value) {
    key(field, FIXED32);
    bytes.writeBytes(littleEndian(4).putFloat(value).array());
    return this;
  }

  ProtoMessage text(int field, String value) {
    return block(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoMessage message(int field, ProtoMessage value) {
    return block(field, value.toBytes());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private ProtoMessage block(int field, byte[] content) {
    key(field, LENGTH);
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private void key(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
