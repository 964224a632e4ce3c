package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.record.bytes.Sha256;
import dev.tandem.runtime.signal.Channel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * The bytes of a checkpoint, little-endian: the {@link FileKind}'s mark, {@code TANDEMCP} for a
 * learner's or a policy's, version (u32), header length (u32), header (UTF-8 text, one {@code key
 * value} a line), CRC32C of the header (u32); then for each {@code array} line of the header its
 * values (float32) and their CRC32C (u32); last SHA-256 of all that.
 */
final class CheckpointCodec {
  static final int VERSION = 1;
  static final int HASH_BYTES = 32;

  /** What the header says of an actor whose arrays say the rest. */
  static final String STREAMING = "streaming";

  private CheckpointCodec() {}

  static byte[] encode(Checkpoint checkpoint) {
    return encode(FileKind.CHECKPOINT, header(checkpoint), checkpoint.arrays());
  }

  /** Of any kind, with a header that says nothing of the arrays yet. */
  static byte[] encode(FileKind kind, StringBuilder header, List<NamedArray> arrays) {
    for (NamedArray array : arrays) {
      line(header, "array", extents(array.shape()) + " " + array.name());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    out.writeBytes(kind.mark());
    out.writeBytes(word(VERSION));
    out.writeBytes(word(text.length));
    writeChecked(out, text);
    for (NamedArray array : arrays) {
      writeChecked(out, floats(array.values()));
    }
    out.writeBytes(Sha256.of(out.toByteArray()));
    return out.toByteArray();
  }

  /** The hash that ends {@code bytes}. */
  static String hash(byte[] bytes) {
    return HexFormat.of()
        .formatHex(Arrays.copyOfRange(bytes, bytes.length - HASH_BYTES, bytes.length));
  }

  static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static StringBuilder header(Checkpoint checkpoint) {
    CheckpointHeader header = checkpoint.header();
    StringBuilder text = new StringBuilder();
    line(text, "task", header.task());
    line(text, "policy_version", Long.toString(header.policyVersion()));
    header.features().forEach(name -> line(text, "feature", name));
    for (Channel channel : header.actions()) {
      line(text, "action", channel.min() + " " + channel.max() + " " + channel.unit());
      line(text, "action_name", channel.name());
    }
    header
        .actor()
        .ifPresentOrElse(actor -> actor(text, actor), () -> line(text, "actor", STREAMING));
    header.settings().forEach((key, value) -> line(text, "setting", key + "=" + value));
    return text;
  }

  private static void actor(StringBuilder text, ActorShape actor) {
    String hidden = actor.hidden().stream().map(String::valueOf).collect(Collectors.joining("x"));
    line(text, "actor_hidden", hidden);
    line(text, "actor_activation", actor.activation().name());
    line(text, "actor_layer_norm", Boolean.toString(actor.layerNorm()));
    line(text, "actor_std", actor.minStd() + " " + actor.maxStd());
  }

  private static String extents(int[] shape) {
    return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("x"));
  }

  /** One more line of a header. */
  static void line(StringBuilder text, String key, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "checkpoint header, " + key + ": expected one line, found " + value);
    }
    text.append(key).append(' ').append(value).append('\n');
  }

  private static byte[] floats(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return buffer.array();
  }

  private static void writeChecked(ByteArrayOutputStream out, byte[] bytes) {
    out.writeBytes(bytes);
    out.writeBytes(word(checksum(bytes)));
  }

  private static byte[] word(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
