package dev.tandem.runtime.record.journal;

import java.util.Optional;

/** The channels that a journal may have, one for each kind of record. */
public enum Topic {
  RUN("/tandem/run", "tandem_msgs/msg/Run", Definitions.RUN),
  EVENT("/tandem/event", "tandem_msgs/msg/Event", Definitions.EVENT),
  GAP("/tandem/gap", "tandem_msgs/msg/Gap", Definitions.GAP),
  TICK("/tandem/tick", "tandem_msgs/msg/Tick", Definitions.TICK),
  TRANSITION("/tandem/transition", "tandem_msgs/msg/Transition", Definitions.TRANSITION),
  JOINT_STATES("/joint_states", "sensor_msgs/msg/JointState", Definitions.JOINT_STATE),
  WRENCH("/wrench", "geometry_msgs/msg/WrenchStamped", Definitions.WRENCH_STAMPED),
  /** A channel for each camera: {@code /camera/NAME}. */
  IMAGE("/camera", "sensor_msgs/msg/Image", Definitions.IMAGE);

  private final String path;
  private final String schema;
  private final String definition;

  Topic(String path, String schema, String definition) {
    this.path = path;
    this.schema = schema;
    this.definition = definition;
  }

  /** Its name in the file; that of {@link #IMAGE} is followed by the camera's. */
  public String path() {
    return path;
  }

  /** The channel of a camera. */
  static String path(String camera) {
    return IMAGE.path + "/" + camera;
  }

  /** The name of the camera whose channel this is; empty for any other channel. */
  static Optional<String> camera(String path) {
    String before = IMAGE.path + "/";
    return path.startsWith(before)
        ? Optional.of(path.substring(before.length()))
        : Optional.empty();
  }

  /** Full name of its message type. */
  public String schema() {
    return schema;
  }

  /** The message type in {@code ros2msg}, with all types that it uses. */
  public String definition() {
    return definition;
  }

  /**
   * True for this version's message type and for those of earlier versions, which it begins with.
   */
  boolean reads(String definitionInFile) {
    return !definitionInFile.isEmpty() && definition.startsWith(definitionInFile);
  }

  /** The topic of that name; empty for one that this version does not know. */
  public static Optional<Topic> of(String path) {
    for (Topic topic : values()) {
      boolean camera = topic == IMAGE && camera(path).isPresent();
      if (camera || topic.path.equals(path)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
