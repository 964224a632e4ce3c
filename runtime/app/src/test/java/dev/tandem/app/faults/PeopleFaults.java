package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.during;
import static dev.tandem.app.faults.Injections.input;
import static dev.tandem.app.faults.Injections.inputs;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;

/** What people do, and the devices by which they are seen and heard. */
final class PeopleFaults {
  private PeopleFaults() {}

  static void addTo(FaultList to) {
    Distortion off = Distortion.to(0);
    to.add(
        Fault.E_STOP,
        "both channels open",
        Reaction.STOP1,
        1,
        30,
        inputs(Channels.E_STOP_A, Channels.E_STOP_B, off));
    to.add(Fault.E_STOP, "one channel open", Reaction.STOP1, 1, 1, input(Channels.E_STOP_A, off));
    to.add(
        Fault.E_STOP,
        "one channel open for more than 10 ms",
        Reaction.STOP0,
        11,
        60,
        input(Channels.E_STOP_B, off));
    to.add(
        Fault.E_STOP,
        "nobody reads the lines (20 ms are allowed)",
        Reaction.STOP1,
        21,
        60,
        input(Channels.E_STOP_STAMP, Distortion.frozen()));
    to.add(Fault.ENABLING_DEVICE, "released", Reaction.STOP1, 1, 5, input(Channels.ENABLE, off));
    to.add(
        Fault.ENABLING_DEVICE,
        "squeezed",
        Reaction.STOP1,
        1,
        5,
        input(Channels.ENABLE, Distortion.to(2)));
    to.add(
        Fault.PROTECTIVE_STOP,
        "field broken",
        Reaction.STOP2,
        1,
        5,
        input(Channels.PROTECTIVE, off));
    to.add(
        Fault.TOOL_TOO_FAST,
        "0.28 m/s with a person near",
        Reaction.LIMIT,
        1,
        5,
        Injections.fastToolNearPerson(Channels.PERSON_PRESENT, 0.28));
    to.add(
        Fault.TOOL_TOO_FAST,
        "0.35 m/s with a person near",
        Reaction.STOP2,
        1,
        5,
        Injections.fastToolNearPerson(Channels.PERSON_PRESENT, 0.35));
    to.add(
        Fault.TOOL_TOO_FAST,
        "0.35 m/s when somebody comes to 1 m, and not slowed as a stop would slow it",
        Reaction.STOP2,
        13,
        20,
        Injections.fastToolNearPerson(Channels.PERSON_DISTANCE, 0.35));
    to.add(
        Fault.PERSON_TOO_CLOSE,
        "somebody at 0.2 m",
        Reaction.STOP2,
        1,
        5,
        input(Channels.PERSON_DISTANCE, Distortion.to(0.2)));
    to.add(
        Fault.TRACKER_STALE,
        "no picture (100 ms are allowed)",
        Reaction.REDUCE,
        101,
        130,
        input(Channels.TRACKER_STAMP, Distortion.frozen()));
    to.add(
        Fault.TRACKER_STALE,
        "no picture for twice as long",
        Reaction.STOP2,
        201,
        230,
        input(Channels.TRACKER_STAMP, Distortion.frozen()));
    to.add(
        Fault.HUMAN_DEVICE_LOST,
        "not heard of while the person drives (100 ms are allowed)",
        Reaction.HOLD,
        101,
        300,
        Causes.silentDevice());
    to.add(
        Fault.AUTHORITY_CONFLICT,
        "a person drives while the policy does",
        Reaction.LIMIT,
        1,
        50,
        Injections.person());
    to.add(
        Fault.STOP_REQUESTED,
        "a person asks for a stop",
        Reaction.STOP2,
        1,
        1,
        during(rig -> rig.operator.stop("a test"), rig -> {}));
    to.add(
        Fault.STILL_MOVING,
        "a person asks for a stop, something shakes the arm",
        Reaction.STOP0,
        500,
        600,
        Causes.shakenInAStop());
  }
}
