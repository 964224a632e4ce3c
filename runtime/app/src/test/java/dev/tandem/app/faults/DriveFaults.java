package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.arm;
import static dev.tandem.app.faults.Injections.input;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;

/** What is wrong with drives, sensors, and the frames that they send. */
final class DriveFaults {
  /** Of a tick, by which each frame is later than the one before. */
  private static final double LATER = 0.1;

  private DriveFaults() {}

  static void addTo(FaultList to) {
    to.add(
        Fault.OBSERVATION_NOT_FINITE,
        "NaN in a joint for a tick",
        Reaction.STOP1,
        2,
        1,
        arm("q.3", 1, Distortion.to(Double.NaN)));
    to.add(
        Fault.OBSERVATION_NOT_FINITE,
        "infinite joint speed that stays",
        Reaction.STOP1,
        2,
        50,
        arm("qd.0", 1, Distortion.to(Double.POSITIVE_INFINITY)));
    to.add(
        Fault.PACKET_LOST,
        "one packet lost; joints go on with constant acceleration",
        Reaction.LIMIT,
        1,
        1,
        Injections.noPackets());
    to.add(
        Fault.PACKETS_LOST,
        "eight packets lost in a row",
        Reaction.STOP2,
        5,
        8,
        Injections.noPackets());
    to.add(
        new FaultCase(
            Fault.PACKETS_LOST,
            "15 packets lost in a row: ten ticks of the same state (F13) take the power",
            new FaultCase.Answer(Reaction.STOP2, Mode.STOP0, 5),
            15,
            Injections.noPackets()));
    to.add(
        Fault.STATE_FROZEN,
        "state frozen while moving",
        Reaction.STOP1,
        10,
        40,
        arm("q.0", 21, Distortion.frozen()));
    to.add(
        Fault.STATE_STAMP,
        "stamps 0.5 s back",
        Reaction.LIMIT,
        1,
        10,
        input(Channels.DRIVE_STAMP, Distortion.by(-0.5)));
    to.add(
        Fault.STATE_STAMP,
        "stamps 0.5 s ahead",
        Reaction.STOP1,
        3,
        10,
        input(Channels.DRIVE_STAMP, Distortion.by(0.5)));
    to.add(
        Fault.FRAME_CORRUPT,
        "a bit of a frame flipped: dropped as F11",
        Reaction.LIMIT,
        1,
        1,
        Causes.flippedBits());
    to.add(
        Fault.SENSOR_FAULT,
        "the arm's sensor says that it is broken",
        Reaction.STOP1,
        1,
        5,
        Causes.brokenSensor());
    to.add(
        Fault.SENSOR_STALE,
        "the sensor of the target hears nothing (100 ms are allowed)",
        Reaction.STOP1,
        101,
        150,
        Injections.silentTarget());
    to.add(
        Fault.SENSOR_STALE,
        "frames that are late, each by 0.1 ms more than the last (100 ms are allowed)",
        Reaction.STOP1,
        1001,
        1100,
        input(Channels.DRIVE_STAMP, Distortion.later(LATER)));
    to.add(
        Fault.ACTUATOR_FAULT,
        "the drives take no command",
        Reaction.STOP1,
        1,
        5,
        Causes.refusingDrives());
    to.add(
        Fault.DRIVE_FAULT,
        "fault word",
        Reaction.STOP1,
        1,
        5,
        input(Channels.DRIVE_STATUS, Distortion.to(64)));
  }
}
