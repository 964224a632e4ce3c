package dev.tandem.runtime.record.mcap;

/**
 * What the messages of a channel look like.
 *
 * @param id 1 to 65535, unique in the file
 * @param name for example {@code sensor_msgs/msg/JointState}
 * @param encoding of the text, for example {@code ros2msg}
 * @param text the definition, with those of all types that it uses
 */
public record McapSchema(int id, String name, String encoding, String text) {
  public McapSchema {
    if (id < 1 || id > 0xffff) {
      throw new IllegalArgumentException("schema " + name + ": id must be 1 to 65535, got " + id);
    }
  }
}
