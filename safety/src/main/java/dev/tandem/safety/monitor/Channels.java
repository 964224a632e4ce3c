package dev.tandem.safety.monitor;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the observation channels that monitors look for. A row of the fault matrix is
 * watched where its channel is there, and reported as not watched where it is not. Lines are
 * fail-safe: one value means well, every other one, NaN too, means the fault.
 */
public final class Channels {
  /** Emergency stop, first channel: 1 released. */
  public static final String E_STOP_A = "estop.a";

  /** Emergency stop, second channel: 1 released. */
  public static final String E_STOP_B = "estop.b";

  /** When the emergency stop's lines were read last, in s on the loop's clock. */
  public static final String E_STOP_STAMP = "estop.stamp";

  /** Three-position enabling device: 0 released, 1 middle, 2 squeezed. */
  public static final String ENABLE = "enable";

  /** Light curtain or scanner: 1 clear. */
  public static final String PROTECTIVE = "protective";

  /** Fault word of the drives: 0 well; over-temperature and over-current are bits of it. */
  public static final String DRIVE_STATUS = "drive.status";

  /** Number of the drives' last packet; grows by one a period. */
  public static final String DRIVE_SEQUENCE = "drive.sequence";

  /** When the drives measured, in s on the loop's clock. */
  public static final String DRIVE_STAMP = "drive.stamp";

  /** Frames dropped for their checksum, length or version, since the start. */
  public static final String DRIVE_CORRUPT = "drive.corrupt";

  /** Block: joint positions that the drives were commanded, in rad. */
  public static final String COMMANDED = "q_command";

  /** 1 with a person near: reduced speed. */
  public static final String PERSON_PRESENT = "person.present";

  /** From the tool to the nearest person, in m. */
  public static final String PERSON_DISTANCE = "person.distance";

  /** When the tracker saw the person last, in s on the loop's clock. */
  public static final String TRACKER_STAMP = "tracker.stamp";

  /** Between the fingers, in m. */
  public static final String GRIPPER_WIDTH = "gripper.width";

  /** Width of the part that the gripper should hold, in m; 0 when it should hold none. */
  public static final String GRIPPER_PART = "gripper.part";

  /** Blocks of the arm: rad, rad/s, Nm, m, m/s, N. */
  static final String POSITIONS = "q";

  static final String SPEEDS = "qd";
  static final String TORQUES = "tau";
  static final String TOOL = "tool";
  static final String TOOL_VELOCITY = "tool_velocity";
  static final String WRENCH = "wrench";

  private Channels() {}

  /** What a cell may have besides its arm: every channel above but the block, without bounds. */
  public static List<Channel> ofCell() {
    return Stream.of(
            E_STOP_A,
            E_STOP_B,
            E_STOP_STAMP,
            ENABLE,
            PROTECTIVE,
            DRIVE_STATUS,
            DRIVE_SEQUENCE,
            DRIVE_STAMP,
            DRIVE_CORRUPT,
            PERSON_PRESENT,
            PERSON_DISTANCE,
            TRACKER_STAMP,
            GRIPPER_WIDTH,
            GRIPPER_PART)
        .map(name -> Channel.of(name, "1"))
        .toList();
  }

  static boolean has(SignalSpec spec, String channel) {
    return spec.channels().stream().map(Channel::name).anyMatch(channel::equals);
  }

  static boolean hasBlock(SignalSpec spec, String prefix) {
    return spec.channels().stream().map(Channel::name).anyMatch(n -> n.startsWith(prefix + "."));
  }
}
