package dev.tandem.runtime.record.mcap;

/**
 * A stream of messages of one kind.
 *
 * @param id 0 to 65535, unique in the file
 * @param messageEncoding for example {@code cdr}
 */
public record McapChannel(int id, McapSchema schema, String topic, String messageEncoding) {
  public McapChannel {
    if (id < 0 || id > 0xffff) {
      throw new IllegalArgumentException("channel " + topic + ": id must be 0 to 65535, got " + id);
    }
  }
}
