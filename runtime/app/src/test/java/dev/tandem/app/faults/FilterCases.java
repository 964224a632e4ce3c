package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Fault;
import java.util.List;

/** The rows that are answered without a stop. */
final class FilterCases {
  private FilterCases() {}

  static List<FilterCase> all() {
    return List.of(
        FilterCase.of(
            Fault.ACTION_UNUSABLE,
            "NaN in a decision",
            "dropped: what is held and what drives are sent is finite",
            0,
            ActionCases::notANumber),
        FilterCase.of(
            Fault.ACTION_OUT_OF_RANGE, "an action of 10 m", "clipped", 0, ActionCases::outOfRange),
        new FilterCase(
            "F08",
            Fault.NONE,
            "actions that jump from end to end",
            "the set point travels within its speed, acceleration and jerk",
            0,
            ActionCases::jump),
        FilterCase.of(
            Fault.TORQUE_OVER_LIMIT,
            "joint speeds with spikes of 0.5 rad/s",
            "torque steps of 1 Nm at most",
            0,
            ActionCases::spikes),
        FilterCase.of(
            Fault.OVERRUN,
            "a tick of 0.4 ms",
            "the last safe command once more",
            0,
            ActionCases::overrun),
        FilterCase.of(
            Fault.AUTHORITY_CONFLICT,
            "a person drives while the policy does",
            "the person; the policy muted for 500 ms",
            1,
            PeopleCases::conflict),
        new FilterCase(
            "F27",
            Fault.PERSON_NEAR,
            "somebody at 1.4 m",
            "reduced speed, until nobody has been near for 1 s",
            0,
            PeopleCases::personNear),
        FilterCase.of(
            Fault.TOOL_TOO_FAST,
            "0.45 m/s when somebody comes to 1.4 m",
            "slowed to reduced speed, not stopped",
            61,
            PeopleCases::personNearAHurriedArm),
        FilterCase.of(
            Fault.RECOVERED_TOO_OFTEN,
            "four recoveries within a minute",
            "the fourth refused",
            0,
            PeopleCases::recoveries),
        FilterCase.of(
            Fault.QP_INFEASIBLE,
            "joint speeds 1.5 rad/s off, so that limits contradict each other",
            "limits that may give way do, else it brakes; goes on",
            0,
            BarrierCases::infeasible),
        FilterCase.of(
            Fault.QP_EXHAUSTED,
            "a solver that is allowed one step",
            "brakes; goes on",
            0,
            BarrierCases::exhausted),
        FilterCase.of(
            Fault.JOINT_LIMIT_NEAR,
            "a controller that drives joint 7 against its limit at 0.6 rad/s",
            "pushed back before it is too fast to brake, never beyond; goes on",
            0,
            BarrierCases::nearLimit),
        RestingCases.creeping(),
        FilterCase.of(
            Fault.WRONG_MODEL,
            "4 Nm of a payload hung on an arm that nobody drives; from when it rests again",
            "STOP2",
            100,
            PayloadCases::hung),
        FilterCase.of(
            Fault.PACKET_LOST,
            "one packet lost",
            "positions within 1e-5 rad, a tenth of what standing still errs",
            0,
            IntakeCases::lostPacket),
        FilterCase.of(
            Fault.STATE_STAMP,
            "a frame with a stamp 0.5 s ahead",
            "the last good state stands",
            0,
            IntakeCases::refusedFrame),
        FilterCase.of(
            Fault.CONFIGURATION,
            "the robot's file changed since it was sealed",
            "not armed",
            0,
            IntakeCases::changedLimits),
        new FilterCase(
            "F36",
            Fault.RECORD_DEGRADED,
            "ring full for more than 1 s",
            "marked as degraded, also afterwards",
            1002,
            IntakeCases::degraded),
        FilterCase.of(
            Fault.JOURNAL_FAILED,
            "the journal's disk full",
            "seen with the next chunk that it does not take, until there is room again",
            1000,
            JournalCases::full),
        FilterCase.of(
            Fault.JOURNAL_FAILED,
            "the journal deleted, moved, or replaced by another file",
            "seen within the second in which the recorder looks once; told at once, and at the end",
            1000,
            JournalCases::misplaced),
        new FilterCase(
            "F17",
            Fault.NONE,
            "the runtime beats no more; watchdog, runtime and drive on one clock",
            "the drives' permit withdrawn, latched; from the last beat",
            10,
            WatchdogCases::silentRuntime),
        FilterCase.of(
            Fault.WATCHDOG_SILENT,
            "the watchdog looks no more; what becomes of the drives' permit",
            "STOP1; the drives keep their power until the arm is at rest",
            20,
            WatchdogCases::deadWatchdog),
        FilterCase.of(
            Fault.TICK_FAILED,
            "an exception in the controller",
            "FAULT: no power; only a new start ends it",
            0,
            ProgramCases::failingController),
        new FilterCase(
            "F41",
            Fault.NONE,
            "a time of day that jumps by some 200,000 hours, from any reading on in each, through"
                + " a training run",
            "none: the same is done and learnt",
            0,
            ClockCases::jumpingTimeOfDay),
        new FilterCase(
            "",
            Fault.NONE,
            "killed on its thread beside the loop, by an error in an update whose weights nobody has"
                + " yet (out of memory, of stack, of the virtual machine)",
            "none: the policy goes on with the weights of the last whole update",
            0,
            LearnerCases::killed));
  }
}
