package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.LittleEndianOutput;

/** What the writer knows of one channel: its messages so far, and where those of this chunk are. */
final class ChannelIndex {
  private final int id;
  private final LittleEndianOutput entries = new LittleEndianOutput(256);
  private long messages;

  ChannelIndex(int id) {
    this.id = id;
  }

  /** Counts a message in; returns its sequence number. */
  long add(long logTimeNanos, long offsetInChunk) {
    entries.putLong(logTimeNanos);
    entries.putLong(offsetInChunk);
    return messages++;
  }

  int id() {
    return id;
  }

  long messages() {
    return messages;
  }

  boolean isInChunk() {
    return entries.size() > 0;
  }

  /** Writes this chunk's index and starts the next one's. */
  void moveTo(McapOutput out) {
    int at = out.begin(Opcode.MESSAGE_INDEX);
    out.bytes.putShort(id);
    out.bytes.putInt(entries.size());
    out.bytes.putBytes(entries.array(), 0, entries.size());
    out.end(at);
    entries.clear();
  }
}
