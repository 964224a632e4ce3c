package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import java.nio.charset.StandardCharsets;

/** Lays out records: opcode, 64-bit length, body. */
final class McapOutput {
  static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

  /** Opcode and length. */
  static final int RECORD_HEADER_BYTES = 1 + Long.BYTES;

  final LittleEndianOutput bytes;

  McapOutput(int capacityBytes) {
    bytes = new LittleEndianOutput(capacityBytes);
  }

  /** Starts a record; returns its place, which {@link #end} wants. */
  int begin(Opcode opcode) {
    int at = bytes.size();
    bytes.putByte(opcode.code);
    bytes.putLong(0);
    return at;
  }

  void end(int at) {
    bytes.setLong(at + 1, bytes.size() - at - RECORD_HEADER_BYTES);
  }

  void string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.putInt(utf8.length);
    bytes.putBytes(utf8);
  }

  /** Starts an array or a map, whose length counts bytes. */
  int beginArray() {
    int at = bytes.size();
    bytes.putInt(0);
    return at;
  }

  void endArray(int at) {
    bytes.setInt(at, bytes.size() - at - Integer.BYTES);
  }

  void schema(McapSchema schema) {
    int at = begin(Opcode.SCHEMA);
    bytes.putShort(schema.id());
    string(schema.name());
    string(schema.encoding());
    string(schema.text());
    end(at);
  }

  void channel(McapChannel channel) {
    int at = begin(Opcode.CHANNEL);
    bytes.putShort(channel.id());
    bytes.putShort(channel.schema().id());
    string(channel.topic());
    string(channel.messageEncoding());
    endArray(beginArray());
    end(at);
  }
}
