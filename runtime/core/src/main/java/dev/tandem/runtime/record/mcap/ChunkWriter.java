package dev.tandem.runtime.record.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Collects messages and turns them into one compressed chunk with its message indexes. */
final class ChunkWriter implements AutoCloseable {
  static final String COMPRESSION = "zstd";
  private static final int LEVEL = 1;

  private final McapOutput records = new McapOutput(1 << 16);
  private final List<ChannelIndex> channels = new ArrayList<>();
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private final CRC32 crc = new CRC32();
  private long startNanos;
  private long endNanos;

  void addChannel(McapChannel channel) {
    channels.add(new ChannelIndex(channel.id()));
  }

  List<ChannelIndex> channels() {
    return channels;
  }

  boolean isEmpty() {
    return records.bytes.size() == 0;
  }

  int uncompressedBytes() {
    return records.bytes.size();
  }

  void message(McapChannel channel, long logTimeNanos, byte[] payload, int length) {
    startNanos = isEmpty() ? logTimeNanos : Math.min(startNanos, logTimeNanos);
    endNanos = isEmpty() ? logTimeNanos : Math.max(endNanos, logTimeNanos);
    long offset = records.bytes.size();
    long sequence = channels.get(channel.id()).add(logTimeNanos, offset);
    int at = records.begin(Opcode.MESSAGE);
    records.bytes.putShort(channel.id());
    records.bytes.putInt((int) sequence);
    records.bytes.putLong(logTimeNanos);
    records.bytes.putLong(logTimeNanos);
    records.bytes.putBytes(payload, 0, length);
    records.end(at);
  }

  /** Writes chunk and indexes to {@code out}, their summary to {@code summary}; then is empty. */
  void moveTo(McapOutput out, long fileOffset, Summary summary) {
    int before = out.bytes.size();
    int compressedBytes = writeChunk(out);
    ChunkIndexEntry entry =
        new ChunkIndexEntry(
            startNanos,
            endNanos,
            fileOffset,
            (long) out.bytes.size() - before,
            compressedBytes,
            records.bytes.size());
    summary.beginChunk(entry);
    for (ChannelIndex channel : channels) {
      if (channel.isInChunk()) {
        summary.messageIndex(channel.id(), fileOffset + out.bytes.size() - before);
        channel.moveTo(out);
      }
    }
    summary.endChunk(entry, fileOffset + out.bytes.size() - before);
    records.bytes.clear();
  }

  private int writeChunk(McapOutput out) {
    LittleEndianOutput bytes = out.bytes;
    int size = records.bytes.size();
    int at = out.begin(Opcode.CHUNK);
    bytes.putLong(startNanos);
    bytes.putLong(endNanos);
    bytes.putLong(size);
    bytes.putInt(checksum());
    out.string(COMPRESSION);
    int lengthAt = bytes.size();
    bytes.putLong(0);
    int bound = (int) Zstd.compressBound(size);
    bytes.reserve(bound);
    int compressed =
        zstd.compressByteArray(bytes.array(), bytes.size(), bound, records.bytes.array(), 0, size);
    bytes.advance(compressed);
    bytes.setLong(lengthAt, compressed);
    out.end(at);
    return compressed;
  }

  private int checksum() {
    crc.reset();
    crc.update(records.bytes.array(), 0, records.bytes.size());
    return (int) crc.getValue();
  }

  @Override
  public void close() {
    zstd.close();
  }
}
