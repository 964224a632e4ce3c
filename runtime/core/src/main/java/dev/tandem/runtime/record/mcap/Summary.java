package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Collects what the end of a closed file says of the whole. */
final class Summary {
  private final List<McapSchema> schemas = new ArrayList<>();
  private final List<McapChannel> channels = new ArrayList<>();
  private final McapOutput chunkIndexes = new McapOutput(1 << 12);
  private long chunks;
  private long startNanos;
  private long endNanos;
  private int chunkAt;
  private int messageIndexesAt;

  void schema(McapSchema schema) {
    schemas.add(schema);
  }

  void channel(McapChannel channel) {
    channels.add(channel);
  }

  void beginChunk(ChunkIndexEntry entry) {
    startNanos = chunks == 0 ? entry.startNanos() : Math.min(startNanos, entry.startNanos());
    endNanos = chunks == 0 ? entry.endNanos() : Math.max(endNanos, entry.endNanos());
    chunks++;
    chunkAt = chunkIndexes.begin(Opcode.CHUNK_INDEX);
    chunkIndexes.bytes.putLong(entry.startNanos());
    chunkIndexes.bytes.putLong(entry.endNanos());
    chunkIndexes.bytes.putLong(entry.fileOffset());
    chunkIndexes.bytes.putLong(entry.chunkBytes());
    messageIndexesAt = chunkIndexes.beginArray();
  }

  void messageIndex(int channelId, long fileOffset) {
    chunkIndexes.bytes.putShort(channelId);
    chunkIndexes.bytes.putLong(fileOffset);
  }

  void endChunk(ChunkIndexEntry entry, long endOffset) {
    chunkIndexes.endArray(messageIndexesAt);
    chunkIndexes.bytes.putLong(endOffset - entry.fileOffset() - entry.chunkBytes());
    chunkIndexes.string(ChunkWriter.COMPRESSION);
    chunkIndexes.bytes.putLong(entry.compressedBytes());
    chunkIndexes.bytes.putLong(entry.uncompressedBytes());
    chunkIndexes.end(chunkAt);
  }

  /** Writes the summary section, its offsets, and the footer; the file's last magic is not here. */
  void moveTo(McapOutput out, long fileOffset, List<ChannelIndex> counts) {
    int base = out.bytes.size();
    List<Group> groups = new ArrayList<>();
    group(out, Opcode.SCHEMA, groups, () -> schemas.forEach(out::schema));
    group(out, Opcode.CHANNEL, groups, () -> channels.forEach(out::channel));
    group(out, Opcode.CHUNK_INDEX, groups, () -> copyChunkIndexes(out));
    group(out, Opcode.STATISTICS, groups, () -> statistics(out, counts));
    long offsetsStart = fileOffset + out.bytes.size() - base;
    for (Group group : groups) {
      summaryOffset(out, group, fileOffset - base);
    }
    footer(out, base, fileOffset, offsetsStart);
  }

  private static void group(McapOutput out, Opcode opcode, List<Group> groups, Runnable content) {
    int start = out.bytes.size();
    content.run();
    if (out.bytes.size() > start) {
      groups.add(new Group(opcode, start, out.bytes.size() - start));
    }
  }

  private void copyChunkIndexes(McapOutput out) {
    out.bytes.putBytes(chunkIndexes.bytes.array(), 0, chunkIndexes.bytes.size());
  }

  private void statistics(McapOutput out, List<ChannelIndex> counts) {
    LittleEndianOutput bytes = out.bytes;
    int at = out.begin(Opcode.STATISTICS);
    bytes.putLong(counts.stream().mapToLong(ChannelIndex::messages).sum());
    bytes.putShort(schemas.size());
    bytes.putInt(channels.size());
    bytes.putInt(0);
    bytes.putInt(0);
    bytes.putInt((int) chunks);
    bytes.putLong(startNanos);
    bytes.putLong(endNanos);
    int map = out.beginArray();
    for (ChannelIndex channel : counts) {
      bytes.putShort(channel.id());
      bytes.putLong(channel.messages());
    }
    out.endArray(map);
    out.end(at);
  }

  private static void summaryOffset(McapOutput out, Group group, long shift) {
    int at = out.begin(Opcode.SUMMARY_OFFSET);
    out.bytes.putByte(group.opcode().code);
    out.bytes.putLong(group.start() + shift);
    out.bytes.putLong(group.bytes());
    out.end(at);
  }

  private static void footer(McapOutput out, int base, long summaryStart, long offsetsStart) {
    int at = out.begin(Opcode.FOOTER);
    out.bytes.setLong(at + 1, 2 * Long.BYTES + Integer.BYTES);
    out.bytes.putLong(summaryStart);
    out.bytes.putLong(offsetsStart);
    CRC32 crc = new CRC32();
    crc.update(out.bytes.array(), base, out.bytes.size() - base);
    out.bytes.putInt((int) crc.getValue());
  }

  private record Group(Opcode opcode, long start, long bytes) {}
}
