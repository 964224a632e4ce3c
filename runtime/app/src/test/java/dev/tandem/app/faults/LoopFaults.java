package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.during;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.simbridge.fault.Distortion;

/** What is wrong with policy, control thread, watchdog and recorder. */
final class LoopFaults {
  /** From the tick of the first decision on. */
  private static final long LAST_OF_THREE = 2L * FaultRig.TICKS_PER_DECISION;

  private LoopFaults() {}

  static void addTo(FaultList to) {
    deciding(to);
    timing(to);
    recording(to);
  }

  private static void deciding(FaultList to) {
    to.add(
        Fault.ACTION_UNUSABLE,
        "NaN in three decisions, 20 ticks apart; from the third",
        Reaction.STOP2,
        1,
        LAST_OF_THREE + 1,
        Injections.decisions(Distortion.to(Double.NaN), LAST_OF_THREE));
    to.add(
        Fault.ACTION_UNUSABLE,
        "NaN in a decision",
        Reaction.LIMIT,
        1,
        1,
        Injections.decisions(Distortion.to(Double.NaN), 0));
    to.add(
        Fault.ACTION_STALE,
        "no new action (60 ms are allowed)",
        Reaction.HOLD,
        61,
        120,
        Injections.silentPolicy());
    to.add(
        Fault.ACTION_STALE,
        "no new action for 100 ms more",
        Reaction.STOP2,
        161,
        200,
        Injections.silentPolicy());
    to.add(Fault.POLICY_LOST, "killed", Reaction.HOLD, 1, 120, Causes.killedPolicy());
    to.add(
        Fault.POLICY_LOST,
        "killed: never an action again (F06)",
        Reaction.STOP2,
        161,
        2000,
        Causes.killedPolicy());
    to.add(
        Fault.ACTION_OUT_OF_RANGE,
        "an action of 10 m",
        Reaction.LIMIT,
        1,
        1,
        Injections.decisions(Distortion.to(10), 0));
    to.add(
        Fault.ACTION_OUT_OF_ORDER,
        "the same action offered again",
        Reaction.LIMIT,
        1,
        1,
        during(rig -> rig.policy.offerAgain(), rig -> {}));
  }

  private static void timing(FaultList to) {
    to.add(Fault.OVERRUN, "a tick of 0.4 ms", Reaction.LIMIT, 1, 1, Injections.slow(400_000));
    to.add(Fault.OVERRUN, "three ticks of 0.4 ms", Reaction.STOP2, 3, 3, Injections.slow(400_000));
    to.alias("F38", Fault.LATE_WAKE_UP, "6 ms, as a late wake-up", Reaction.STOP2, late(6_000_000));
    to.alias(
        "F38", Fault.LATE_WAKE_UP, "25 ms, as a late wake-up", Reaction.STOP1, late(25_000_000));
    to.add(
        new FaultCase(
            "F39",
            Fault.OVERRUN,
            "three ticks of 0.9 ms, as overruns",
            FaultCase.Answer.of(Reaction.STOP2, 3),
            3,
            Injections.slow(900_000)));
    to.add(Fault.LATE_WAKE_UP, "woken 2 ms late", Reaction.LIMIT, 1, 1, late(2_000_000));
    to.add(Fault.LATE_WAKE_UP, "woken 6 ms late", Reaction.STOP2, 1, 1, late(6_000_000));
    to.add(Fault.LATE_WAKE_UP, "woken 25 ms late", Reaction.STOP1, 1, 1, late(25_000_000));
    to.add(
        Fault.WATCHDOG_SILENT,
        "the watchdog looks no more",
        Reaction.STOP1,
        20,
        60,
        WatchdogCases.watched((rig, runtime) -> runtime.killWatchdog()));
    to.add(
        Fault.RUNTIME_SILENT,
        "the runtime held up for 15 ms, as by SIGSTOP; from its first tick after it",
        Reaction.STOP0,
        1,
        1,
        WatchdogCases.watched((rig, runtime) -> rig.clock.stallNextWait(15_000_000)));
    granting(to);
  }

  private static void granting(FaultList to) {
    to.add(
        Fault.REAL_TIME_LOST,
        "the thread put into another scheduling class by chrt; looked for each second",
        Reaction.STOP2,
        1001,
        1001,
        during(rig -> Causes.schedule("--batch"), rig -> Causes.schedule("--other")));
    to.add(
        Fault.REAL_TIME_LOST,
        "nobody looks for three seconds and more",
        Reaction.STOP2,
        3001,
        3001,
        during(rig -> rig.checksGrants = false, rig -> rig.checksGrants = true));
  }

  private static void recording(FaultList to) {
    to.add(
        Fault.RECORDS_LOST,
        "ring full",
        Reaction.LIMIT,
        1,
        30,
        during(rig -> rig.ringFull = true, rig -> rig.ringFull = false));
  }

  private static Injection late(long nanos) {
    return during(rig -> rig.clock.stallNextWait(nanos), rig -> {});
  }
}
