package dev.tandem.runtime.guard;

import dev.tandem.runtime.time.HotPath;

/**
 * What can go wrong and is told as such. The rows of the fault matrix that are missing tell
 * themselves by another's: F08 cannot happen, whatever actions ask for the set point travels; a
 * pause of the virtual machine (F38) is a late wake-up (F16), slow code (F39) an overrun (F15); the
 * time of day (F41) is never used.
 */
public enum Fault {
  NONE(0, "nothing"),
  E_STOP("F01", "emergency stop: expected both channels released and fresh"),
  ENABLING_DEVICE("F02", "enabling device: expected its middle position"),
  PROTECTIVE_STOP("F03", "protective stop: expected the protected field to be clear"),
  ACTION_UNUSABLE("F04", "action: expected finite values that no filter refuses"),
  OBSERVATION_NOT_FINITE("F05", "observation: expected finite values"),
  ACTION_STALE("F06", "policy: expected a newer action"),
  ACTION_OUT_OF_RANGE("F07", "action: expected within its bounds"),
  ACTION_OUT_OF_ORDER("F09", "policy: expected a newer sequence number and an earlier stamp"),
  POLICY_LOST("F10", "policy: expected its process to live"),
  PACKET_LOST("F11", "robot: expected the next packet"),
  PACKETS_LOST("F12", "robot: expected fewer packets lost in a row"),
  STATE_FROZEN("F13", "robot: expected its state to change while it is told to move"),
  STATE_STAMP("F14", "robot: expected stamps that grow steadily"),
  OVERRUN("F15", "control tick: expected within its budget"),
  LATE_WAKE_UP("F16", "control thread: expected to be woken in time"),
  RUNTIME_SILENT("F17", "runtime: expected its heartbeat, and so the watchdog's permit"),
  WATCHDOG_SILENT("F18", "watchdog: expected its heartbeat"),
  QP_INFEASIBLE("F19", "barrier: expected limits that can be kept together"),
  QP_EXHAUSTED("F20", "barrier: expected a solution within the iterations allowed"),
  JOINT_LIMIT_NEAR("F21", "joint: expected to be able to stop before its limit"),
  JOINT_BEYOND_LIMIT("F22", "joint: expected within its limits"),
  JOINT_TOO_FAST("F23", "joint: expected within its speed limit"),
  TORQUE_OVER_LIMIT("F24", "torque: expected within its limit and rate"),
  CONTACT("F25", "contact: expected the torques of the model"),
  OUT_OF_WORKSPACE("F26", "tool: expected in the workspace"),
  TOOL_TOO_FAST("F27", "tool: expected within its reduced speed"),
  PERSON_TOO_CLOSE("F28", "person: expected at the protective distance"),
  TRACKER_STALE("F29", "tracker: expected a newer reading"),
  SINGULARITY("F30", "arm: expected away from a singularity"),
  TRACKING_ERROR("F31", "joints: expected to follow their command"),
  AUTHORITY_CONFLICT("F32", "authority: expected one to drive"),
  HUMAN_DEVICE_LOST("F33", "person's device: expected a newer reading"),
  CONFIGURATION("F34", "configuration: expected the one of this robot"),
  WRONG_MODEL("F35", "model: expected its gravity torque at rest"),
  RECORDS_LOST("F36", "recorder: expected room in the ring"),
  JOURNAL_FAILED("F37", "journal: expected the disk to take it"),
  REAL_TIME_LOST("F40", "control thread: expected its priority, core and locked memory"),
  RECOVERED_TOO_OFTEN("F42", "recovery: expected fewer a minute"),
  DRIVE_FAULT("F43", "drive: expected no fault"),
  GRIPPER("F44", "gripper: expected the width of what it holds"),
  FRAME_CORRUPT("F45", "frame: expected its checksum"),
  SENSOR_FAULT(46, "sensor: expected a reading, found a device fault"),
  ACTUATOR_FAULT(47, "actuator: expected the write to succeed, found a fault"),
  COMMAND_REFUSED(48, "safety gate refused the command"),
  STOP_REQUESTED(49, "a stop was requested from outside the loop"),
  PERSON_NEAR(50, "person: expected nobody so near that speed is reduced"),
  RECORD_DEGRADED(51, "recorder: expected to lose less than a second"),
  STILL_MOVING(52, "controlled stop: expected the robot to be at rest in time"),
  KEEP_OUT_ENTERED(53, "links: expected outside what is kept out"),
  LINKS_TOO_NEAR(54, "links: expected apart from each other"),
  STANDSTILL_LOST(55, "controlled stop: expected the robot to stay where it came to rest"),
  SENSOR_STALE(56, "sensor: expected a newer reading"),
  TICK_FAILED(57, "control tick: expected to end, found an error of the program");

  private final int number;
  private final String row;
  private final String words;

  /** A row of the fault matrix. */
  Fault(String row, String words) {
    this.number = Integer.parseInt(row.substring(1));
    this.row = row;
    this.words = words;
  }

  /** What the fault matrix does not have; its numbers end at 45. */
  Fault(int number, String words) {
    this.number = number;
    this.row = "";
    this.words = words;
  }

  /** Its row in the fault matrix; empty when it has none. */
  public String row() {
    return row;
  }

  /** What was expected, and of what. */
  public String words() {
    return words;
  }

  /** Both, for people. */
  public String line() {
    return row.isEmpty() ? words : row + " " + words;
  }

  /** Its bit in a mask of faults, as journals have it; none for {@link #NONE}. */
  @HotPath
  public long bit() {
    return number == 0 ? 0 : 1L << number;
  }
}
