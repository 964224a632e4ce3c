package dev.tandem.runtime.record.journal;

/**
 * What a later version adds stands at the end, fields and constants alike, so that the journals of
 * earlier versions stay readable. Message types in ROS 2's interface language. The fields of the
 * standard messages are those of common_interfaces.
 */
final class Definitions {
  private Definitions() {}

  private static final String SEPARATOR = "=".repeat(80) + "\n";

  private static final String HEADER =
      SEPARATOR
          + """
          MSG: std_msgs/Header
          builtin_interfaces/Time stamp
          string frame_id
          """
          + SEPARATOR
          + """
          MSG: builtin_interfaces/Time
          int32 sec
          uint32 nanosec
          """;

  static final String JOINT_STATE =
      """
      std_msgs/Header header
      string[] name
      float64[] position
      float64[] velocity
      float64[] effort
      """
          + HEADER;

  static final String WRENCH_STAMPED =
      """
      std_msgs/Header header
      geometry_msgs/Wrench wrench
      """
          + HEADER
          + SEPARATOR
          + """
          MSG: geometry_msgs/Wrench
          geometry_msgs/Vector3 force
          geometry_msgs/Vector3 torque
          """
          + SEPARATOR
          + """
          MSG: geometry_msgs/Vector3
          float64 x
          float64 y
          float64 z
          """;

  private static final String ORIGINS_AND_VERDICTS =
      Constants.ORIGIN.definition() + Constants.VERDICT.definition();

  static final String TICK =
      ORIGINS_AND_VERDICTS
          + """
          float64[] observation
          float64[] requested_action
          float64[] applied_action
          float64[] proposed_command
          float64[] applied_command
          int64 tick
          int64 start_nanos
          int64 lateness_nanos
          int64 execution_nanos
          int64 episode
          int32 step
          bool decided
          bool episode_end
          uint8 origin
          uint8 verdict
          int64 modified_mask
          int64 policy_version
          """
          + """
          uint8 mode
          int64 faults
          int64 modified_action_mask
          """
          + Constants.MODE.definition(0, Constants.FIRST_MODES)
          + """
          int64 skipped_ticks
          """
          + Constants.MODE.definition(Constants.FIRST_MODES, Constants.MODE.inFileOrder().size())
          + """
          int64[] command_limits
          int64[] action_limits
          int64[] image_stamps
          float64[] set_point
          """;

  static final String IMAGE =
      """
      std_msgs/Header header
      uint32 height
      uint32 width
      string encoding
      uint8 is_bigendian
      uint32 step
      uint8[] data
      """
          + HEADER;

  static final String TRANSITION =
      ORIGINS_AND_VERDICTS
          + """
          int64 episode
          int32 step
          int64 stamp_nanos
          float32[] observation
          float32[] requested_action
          float32[] applied_action
          float64 reward
          float32[] next_observation
          bool terminated
          bool truncated
          uint8 origin
          uint8 worst_verdict
          int64 policy_version
          """;

  static final String GAP =
      """
      int64 first_tick
      int64 last_tick
      int64 lost_ticks
      int64 stamp_nanos
      """;

  static final String EVENT =
      Constants.KIND.definition(0, Constants.FIRST_KINDS)
          + """
          int64 stamp_nanos
          uint8 kind
          string text
          """
          + """
          int64 episode
          int32 step
          """
          + Constants.KIND.definition(Constants.FIRST_KINDS, Constants.KIND.inFileOrder().size());

  static final String RUN =
      """
      string name
      int64 seed
      string configuration
      string task
      int32 ticks_per_decision
      int32 horizon_steps
      float64 discount
      string[] features
      tandem_msgs/Signal observation
      tandem_msgs/Signal action
      tandem_msgs/Signal command
      """
          + SEPARATOR
          + """
          MSG: tandem_msgs/Signal
          string name
          tandem_msgs/Channel[] channels
          """
          + SEPARATOR
          + """
          MSG: tandem_msgs/Channel
          string name
          string unit
          float64 min
          float64 max
          """;
}
