package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.arm;
import static dev.tandem.app.faults.Injections.input;
import static dev.tandem.app.faults.Injections.push;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;

/** What becomes of the arm itself, or seems to. */
final class ArmFaults {
  private static final double WRIST_LIMIT_RAD = 2.8973;
  private static final double WRIST_SPEED_RAD_PER_S = 2.61;

  private ArmFaults() {}

  static void addTo(FaultList to) {
    to.add(
        Fault.JOINT_BEYOND_LIMIT,
        "joint 5 measured 0.03 rad outside",
        Reaction.STOP1,
        1,
        5,
        arm("q.4", 1, Distortion.to(WRIST_LIMIT_RAD + 0.03)));
    to.add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.05 of its limit",
        Reaction.LIMIT,
        1,
        1,
        Injections.speed("qd.6", 1.05 * WRIST_SPEED_RAD_PER_S));
    to.add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.2 of its limit",
        Reaction.STOP2,
        1,
        1,
        Injections.speed("qd.6", 1.2 * WRIST_SPEED_RAD_PER_S));
    to.add(
        Fault.JOINT_TOO_FAST,
        "joint 7 at 1.6 of its limit: the barrier refuses to drive on",
        Reaction.STOP0,
        1,
        1,
        Injections.speed("qd.6", 1.6 * WRIST_SPEED_RAD_PER_S));
    to.add(Fault.CONTACT, "pushed with 30 Nm at joint 2", Reaction.STOP2, 5, 60, push(1, 30));
    to.add(Fault.CONTACT, "hit with 70 Nm at joint 2", Reaction.STOP1, 5, 60, push(1, 70));
    to.add(
        Fault.CONTACT,
        "hand pushed with 200 N into a ball that is kept out: more than the wrist's drives hold",
        Reaction.STOP1,
        5,
        100,
        new PushedHand(200));
    to.add(
        Fault.OUT_OF_WORKSPACE,
        "tool measured 0.05 m outside",
        Reaction.STOP2,
        1,
        5,
        arm("tool.0", 1, Distortion.to(0.85)));
    to.add(
        Fault.SINGULARITY,
        "elbow measured stretched",
        Reaction.HOLD,
        1,
        5,
        arm("q.3", 1, Distortion.to(-0.075)));
    to.add(
        Fault.TRACKING_ERROR,
        "commanded 0.2 rad away",
        Reaction.STOP2,
        50,
        90,
        input(Channels.COMMANDED + ".2", Distortion.by(0.2)));
    to.add(
        Fault.TRACKING_ERROR,
        "tool measured 40 mm from its set point",
        Reaction.STOP2,
        51,
        90,
        arm("q.0", 1, Distortion.by(0.08)));
    to.add(
        Fault.GRIPPER,
        "part lost",
        Reaction.STOP2,
        50,
        90,
        input(Channels.GRIPPER_WIDTH, Distortion.to(0.08)));
  }
}
