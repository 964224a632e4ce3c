package dev.tandem.policies.checkpoint;

import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.record.bytes.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the bytes that {@link CheckpointCodec} describes, and believes none of them unchecked. */
final class CheckpointDecoder {
  private final Path file;
  private final byte[] bytes;
  private final ByteBuffer in;
  private final FileKind kind;

  /** What a file holds. */
  record Contents(HeaderText text, List<NamedArray> arrays) {}

  CheckpointDecoder(FileKind kind, Path file, byte[] bytes) {
    this.kind = kind;
    this.file = file;
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  Checkpoint checkpoint() throws CheckpointException {
    Contents contents = contents();
    try {
      return new Checkpoint(contents.text().header(), contents.arrays());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, "header: " + e.getMessage(), e);
    }
  }

  /** Of any kind. */
  Contents contents() throws CheckpointException {
    requireMarkAndVersion();
    int length = requireLength("header length", Integer.BYTES).getInt();
    byte[] header = takeChecked("header", Integer.toUnsignedLong(length));
    try {
      return contents(new HeaderText(new String(header, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, "header: " + e.getMessage(), e);
    }
  }

  private Contents contents(HeaderText text) throws CheckpointException {
    List<NamedArray> arrays = new ArrayList<>();
    for (HeaderText.ArrayLine line : text.arrays()) {
      arrays.add(array(line));
    }
    requireHash();
    return new Contents(text, arrays);
  }

  private void requireMarkAndVersion() throws CheckpointException {
    byte[] expected = kind.mark();
    byte[] found = new byte[expected.length];
    requireLength("file mark", found.length).get(found);
    if (!Arrays.equals(found, expected)) {
      throw new CheckpointException(file, "expected " + kind.words() + ", found another file");
    }
    int version = requireLength("version", 4).getInt();
    if (version != CheckpointCodec.VERSION) {
      throw new CheckpointException(
          file, "expected format version " + CheckpointCodec.VERSION + ", found " + version);
    }
  }

  private NamedArray array(HeaderText.ArrayLine line) throws CheckpointException {
    byte[] raw = takeChecked("array " + line.name(), Float.BYTES * line.size());
    float[] values = new float[Math.toIntExact(line.size())];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new NamedArray(line.name(), line.shape(), values);
  }

  private byte[] takeChecked(String what, long length) throws CheckpointException {
    requireLength(what, length + Integer.BYTES);
    byte[] taken = new byte[(int) length];
    in.get(taken);
    int expected = in.getInt();
    int found = CheckpointCodec.checksum(taken);
    if (expected != found) {
      throw new CheckpointException(
          file, "%s: damaged, expected checksum %08x, found %08x".formatted(what, expected, found));
    }
    return taken;
  }

  private ByteBuffer requireLength(String what, long length) throws CheckpointException {
    if (length < 0 || in.remaining() < length) {
      throw new CheckpointException(
          file,
          "%s: cut short, expected %d more bytes, found %d"
              .formatted(what, length, in.remaining()));
    }
    return in;
  }

  private void requireHash() throws CheckpointException {
    int end = in.position();
    requireLength("hash", CheckpointCodec.HASH_BYTES);
    if (in.remaining() != CheckpointCodec.HASH_BYTES) {
      throw new CheckpointException(
          file,
          "expected %d bytes, found %d".formatted(end + CheckpointCodec.HASH_BYTES, bytes.length));
    }
    byte[] found = Sha256.of(Arrays.copyOf(bytes, end));
    if (!Arrays.equals(found, Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new CheckpointException(file, "damaged: the hash does not match the content");
    }
  }
}
