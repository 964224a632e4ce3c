package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Compares the message indexes that follow a chunk with what was in it. */
final class MessageIndexCheck {
  private final Map<Integer, LittleEndianOutput> expected = new HashMap<>();
  private boolean known;

  /**
   * @param known false when the chunk could not be read
   */
  void startChunk(boolean known) {
    this.known = known;
    expected.values().forEach(LittleEndianOutput::clear);
  }

  void add(int channelId, long logTimeNanos, long offsetInChunk) {
    LittleEndianOutput entries =
        expected.computeIfAbsent(channelId, id -> new LittleEndianOutput(256));
    entries.putLong(logTimeNanos);
    entries.putLong(offsetInChunk);
  }

  void check(LittleEndianInput index) throws FormatException {
    int channelId = index.getShort();
    byte[] found = index.getBytes(index.getUnsignedInt());
    LittleEndianOutput entries = expected.getOrDefault(channelId, new LittleEndianOutput(1));
    if (known && !Arrays.equals(found, entries.toByteArray())) {
      throw new FormatException("the index of channel " + channelId + " does not fit its chunk");
    }
  }
}
