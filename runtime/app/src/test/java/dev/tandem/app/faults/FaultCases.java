package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.arm;
import static dev.tandem.app.faults.Injections.during;
import static dev.tandem.app.faults.Injections.heartbeat;
import static dev.tandem.app.faults.Injections.input;
import static dev.tandem.app.faults.Injections.inputs;
import static dev.tandem.app.faults.Injections.policy;
import static dev.tandem.app.faults.Injections.push;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows to which authority and monitors react; the others are in {@link FilterCases}. */
final class FaultCases {
  private static final double WRIST_LIMIT_RAD = 2.8973;
  private static final double WRIST_SPEED_RAD_PER_S = 2.61;

  private final List<FaultCase> cases = new ArrayList<>();

  private FaultCases() {
    people();
    deciding();
    packets();
    timing();
    joints();
    others();
  }

  static List<FaultCase> all() {
    List<FaultCase> sorted = new FaultCases().cases;
    sorted.sort(Comparator.comparing(c -> c.fault().row()));
    return List.copyOf(sorted);
  }

  private void add(
      Fault fault, String how, Reaction expected, long allowed, long lasts, Injection injection) {
    FaultCase.Answer answer = FaultCase.Answer.of(expected, allowed);
    cases.add(new FaultCase(fault, how, answer, lasts, injection));
  }

  private void people() {
    Distortion off = Distortion.to(0);
    add(
        Fault.E_STOP,
        "both channels open",
        Reaction.STOP1,
        1,
        30,
        inputs(Channels.E_STOP_A, Channels.E_STOP_B, off));
    add(Fault.E_STOP, "one channel open", Reaction.STOP1, 1, 1, input(Channels.E_STOP_A, off));
    add(
        Fault.E_STOP,
        "one channel open for more than 10 ms",
        Reaction.STOP0,
        11,
        60,
        input(Channels.E_STOP_B, off));
    add(
        Fault.E_STOP,
        "nobody reads the lines (20 ms are allowed)",
        Reaction.STOP1,
        21,
        60,
        input(Channels.E_STOP_STAMP, Distortion.frozen()));
    add(Fault.ENABLING_DEVICE, "released", Reaction.STOP1, 1, 5, input(Channels.ENABLE, off));
    add(
        Fault.ENABLING_DEVICE,
        "squeezed",
        Reaction.STOP1,
        1,
        5,
        input(Channels.ENABLE, Distortion.to(2)));
    add(
        Fault.PROTECTIVE_STOP,
        "field broken",
        Reaction.STOP2,
        1,
        5,
        input(Channels.PROTECTIVE, off));
    add(
        Fault.TOOL_TOO_FAST,
        "0.28 m/s with a person near",
        Reaction.LIMIT,
        1,
        5,
        Injections.fastToolNearPerson(Channels.PERSON_PRESENT, 0.28));
    add(
        Fault.TOOL_TOO_FAST,
        "0.35 m/s with a person near",
        Reaction.STOP2,
        1,
        5,
        Injections.fastToolNearPerson(Channels.PERSON_PRESENT, 0.35));
    add(
        Fault.PERSON_TOO_CLOSE,
        "somebody at 0.2 m",
        Reaction.STOP2,
        1,
        5,
        input(Channels.PERSON_DISTANCE, Distortion.to(0.2)));
    add(
        Fault.TRACKER_STALE,
        "no picture (100 ms are allowed)",
        Reaction.REDUCE,
        101,
        130,
        input(Channels.TRACKER_STAMP, Distortion.frozen()));
    add(
        Fault.TRACKER_STALE,
        "no picture for twice as long",
        Reaction.STOP2,
        201,
        230,
        input(Channels.TRACKER_STAMP, Distortion.frozen()));
    add(
        Fault.HUMAN_DEVICE_LOST,
        "silent while the person drives",
        Reaction.HOLD,
        1,
        300,
        Injections.lostDevice());
  }

  private void deciding() {
    add(
        Fault.ACTION_UNUSABLE,
        "NaN in three decisions, 20 ticks apart, from any tick between",
        Reaction.STOP2,
        61,
        80,
        policy(Distortion.to(Double.NaN)));
    add(
        Fault.ACTION_UNUSABLE,
        "NaN in a decision, from any tick of the 20 between decisions",
        Reaction.LIMIT,
        21,
        20,
        policy(Distortion.to(Double.NaN)));
    add(
        Fault.ACTION_STALE,
        "no new action (60 ms are allowed)",
        Reaction.HOLD,
        61,
        120,
        Injections.silentPolicy());
    add(
        Fault.ACTION_STALE,
        "no new action for 100 ms more",
        Reaction.STOP2,
        161,
        200,
        Injections.silentPolicy());
    add(
        Fault.POLICY_LOST,
        "killed: never an action again; seen as F06",
        Reaction.STOP2,
        161,
        2000,
        Injections.silentPolicy());
    add(
        Fault.ACTION_OUT_OF_ORDER,
        "the same action offered again",
        Reaction.LIMIT,
        1,
        1,
        during(FaultRig::offerTwice, rig -> {}));
  }

  private void packets() {
    add(
        Fault.OBSERVATION_NOT_FINITE,
        "NaN in a joint for a tick",
        Reaction.STOP1,
        2,
        1,
        arm("q.3", 1, Distortion.to(Double.NaN)));
    add(
        Fault.OBSERVATION_NOT_FINITE,
        "infinite joint speed that stays",
        Reaction.STOP1,
        2,
        50,
        arm("qd.0", 1, Distortion.to(Double.POSITIVE_INFINITY)));
    add(
        Fault.PACKET_LOST,
        "one packet lost; joints go on with constant acceleration",
        Reaction.LIMIT,
        1,
        1,
        Injections.noPackets());
    add(
        Fault.PACKETS_LOST,
        "eight packets lost in a row",
        Reaction.STOP2,
        5,
        8,
        Injections.noPackets());
    cases.add(
        new FaultCase(
            Fault.PACKETS_LOST,
            "15 packets lost in a row: ten ticks of the same state (F13) take the power",
            new FaultCase.Answer(Reaction.STOP2, Mode.STOP0, 5),
            15,
            Injections.noPackets()));
    add(
        Fault.STATE_FROZEN,
        "state frozen while moving",
        Reaction.STOP1,
        10,
        40,
        arm("q.0", 21, Distortion.frozen()));
    add(
        Fault.STATE_STAMP,
        "stamps 0.5 s back",
        Reaction.LIMIT,
        1,
        10,
        input(Channels.DRIVE_STAMP, Distortion.by(-0.5)));
    add(
        Fault.STATE_STAMP,
        "stamps 0.5 s ahead",
        Reaction.STOP1,
        3,
        10,
        input(Channels.DRIVE_STAMP, Distortion.by(0.5)));
    add(
        Fault.FRAME_CORRUPT,
        "a frame counted as corrupt",
        Reaction.LIMIT,
        1,
        1,
        input(Channels.DRIVE_CORRUPT, Distortion.to(1)));
    add(
        Fault.DRIVE_FAULT,
        "fault word",
        Reaction.STOP1,
        1,
        5,
        input(Channels.DRIVE_STATUS, Distortion.to(64)));
  }

  private void timing() {
    add(Fault.OVERRUN, "a tick of 0.4 ms", Reaction.LIMIT, 1, 1, Injections.slow(400_000));
    add(Fault.OVERRUN, "three ticks of 0.4 ms", Reaction.STOP2, 3, 3, Injections.slow(400_000));
    add(Fault.PAUSE, "6 ms, as a late wake-up (F16)", Reaction.STOP2, 1, 1, late(6_000_000));
    add(Fault.PAUSE, "25 ms, as a late wake-up (F16)", Reaction.STOP1, 1, 1, late(25_000_000));
    add(
        Fault.SLOW_CODE,
        "three ticks of 0.9 ms, as overruns (F15)",
        Reaction.STOP2,
        3,
        3,
        Injections.slow(900_000));
    add(Fault.LATE_WAKE_UP, "woken 2 ms late", Reaction.LIMIT, 1, 1, late(2_000_000));
    add(Fault.LATE_WAKE_UP, "woken 6 ms late", Reaction.STOP2, 1, 1, late(6_000_000));
    add(Fault.LATE_WAKE_UP, "woken 25 ms late", Reaction.STOP1, 1, 1, late(25_000_000));
    add(
        Fault.WATCHDOG_SILENT,
        "heartbeat says silent",
        Reaction.STOP1,
        1,
        5,
        heartbeat(Heartbeat.Pulse.SILENT));
    add(
        Fault.WATCHDOG_SILENT,
        "heartbeat says stopped",
        Reaction.STOP0,
        1,
        5,
        heartbeat(Heartbeat.Pulse.STOPPED));
    add(
        Fault.REAL_TIME_LOST,
        "flag of the self-check",
        Reaction.STOP2,
        1,
        5,
        during(rig -> rig.realTimeLost = true, rig -> rig.realTimeLost = false));
  }

  private static Injection late(long nanos) {
    return during(rig -> rig.clock.stallNextWait(nanos), rig -> {});
  }

  private void joints() {
    add(
        Fault.JOINT_BEYOND_LIMIT,
        "joint 5 measured 0.03 rad outside",
        Reaction.STOP1,
        1,
        5,
        arm("q.4", 1, Distortion.to(WRIST_LIMIT_RAD + 0.03)));
    add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.05 of its limit",
        Reaction.LIMIT,
        1,
        1,
        Injections.speed("qd.6", 1.05 * WRIST_SPEED_RAD_PER_S));
    add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.2 of its limit",
        Reaction.STOP2,
        1,
        1,
        Injections.speed("qd.6", 1.2 * WRIST_SPEED_RAD_PER_S));
    add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.6 of its limit: the barrier refuses to drive on",
        Reaction.STOP0,
        1,
        1,
        Injections.speed("qd.6", 1.6 * WRIST_SPEED_RAD_PER_S));
    add(Fault.CONTACT, "pushed with 30 Nm at joint 2", Reaction.STOP2, 5, 60, push(1, 30));
    add(Fault.CONTACT, "hit with 70 Nm at joint 2", Reaction.STOP1, 5, 60, push(1, 70));
    add(
        Fault.OUT_OF_WORKSPACE,
        "tool measured 0.05 m outside",
        Reaction.STOP2,
        1,
        5,
        arm("tool.0", 1, Distortion.to(0.85)));
    add(
        Fault.SINGULARITY,
        "elbow measured stretched",
        Reaction.HOLD,
        1,
        5,
        arm("q.3", 1, Distortion.to(-0.075)));
    add(
        Fault.TRACKING_ERROR,
        "commanded 0.2 rad away",
        Reaction.STOP2,
        50,
        90,
        input(Channels.COMMANDED + ".2", Distortion.by(0.2)));
    add(
        Fault.TRACKING_ERROR,
        "tool measured 40 mm from its set point",
        Reaction.STOP2,
        51,
        90,
        arm("q.0", 1, Distortion.by(0.08)));
    add(
        Fault.WRONG_MODEL,
        "4 Nm too much at rest (100 ms)",
        Reaction.STOP2,
        100,
        150,
        Injections.restingArm("tau.1", Distortion.by(4)));
    add(
        Fault.GRIPPER,
        "part lost",
        Reaction.STOP2,
        50,
        90,
        input(Channels.GRIPPER_WIDTH, Distortion.to(0.08)));
  }

  private void others() {
    add(
        Fault.CONFIGURATION,
        "flag of the limits' seal",
        Reaction.HOLD,
        1,
        5,
        during(rig -> rig.limitsRefused = true, rig -> rig.limitsRefused = false));
    add(
        Fault.RECORDS_LOST,
        "ring full",
        Reaction.LIMIT,
        1,
        30,
        during(rig -> rig.ringFull = true, rig -> rig.ringFull = false));
    add(
        Fault.JOURNAL_FAILED,
        "flag of the recorder",
        Reaction.LIMIT,
        1,
        30,
        during(rig -> rig.journalFailed = true, rig -> rig.journalFailed = false));
  }
}
