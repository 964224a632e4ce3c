package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import java.util.List;
import java.util.Map;

/** The page around the table. */
final class FaultTable {
  /** Rows that have no fault of their own, and what they expect; see {@link Fault}. */
  static final Map<String, String> UNTOLD =
      Map.of(
          "F08", "set point: expected within its rate and jerk",
          "F17", "runtime: expected its heartbeat",
          "F38", "virtual machine: expected no pause",
          "F39", "control tick: expected compiled code",
          "F41", "wall clock: expected no step");

  static final String LEARNER = "learner: expected to live";

  private static final String HEAD =
      """
      # Faults, and how fast the runtime reacts

      Made by `FaultMatrixTest`, on the simulated arm at 1 kHz with the real loop, filters, authority and monitors, in
      simulated time: every line is injected at PHASES random phases, and the worst is shown. A tick is 1 ms. Figures are
      from the first tick in which the fault is at the input to the tick in whose output the reaction is; 0 is the same
      tick. They say nothing about a machine's delays, which `bench loop` measures. Supervisory: no performance level is
      claimed.

      "Allowed" is the fault matrix's, with the time added for which a fault must last before it is one. What is only
      counted may be counted in the tick after; the drop or the repeated command itself is in the same tick.

      STOP2, STOP1 and STOP0 are the stop categories of IEC 60204-1. HOLD: nobody drives for as long as the fault lasts,
      and after half a second of it or more not before a person lets the policy drive again.
      "seen": nobody stops, the fault is in the journal. FAULT: an error of the program ended a tick, which takes the power.
      "Went": the stop and whatever it grew to, with the row whose fault made it grow; STOP1 takes the power once the arm is
      at rest. Each stop was still latched LATCHED ticks after its fault had gone. "At rest": from the stop's first tick
      until no joint of the simulated arm, as it truly moves, was faster than REST rad/s, nor was later; allowed are the
      ALLOWED ticks after which the authority takes the power of an arm that does not come to rest. Power off stops the
      simulated arm at once, as perfect brakes would; yours takes as long as its brakes.

      A row without a number is not in safety.md's matrix. "Told as": the fault that is in the journal; none where nothing
      is wrong, or nobody is left to tell it. What simulated time knows nothing of is injected as what the loop sees of it:
      F38 as a late wake-up, F39 as overruns, the process of F10 as a connection that closes. `run` has
      no learner yet; the one that is killed here is a thread in the same process, as in `bench loop --beside learner`,
      which then fails; where `train` and `demo` learn between two decisions the error ends them. `HeldUpRunTest` holds
      a whole run in real time up, by SIGSTOP and by
      a heap dump for which its virtual machine pauses (F38), and makes the machine give up the compiled code of the loop
      while it drives (F39). F17 and F18 are here with the real watchdog in simulated time;
      `WatchdogProcessTest` stops and kills real processes. The rig has every channel: which faults nothing
      looks for on a set-up of yours, `./tandem doctor` and `report.json` say.

      F25 here is for free motion, and so it is in every command that drives the arm in `reach`. Where the tool touches things
      on purpose (`peg-insert`) the robot's thresholds count 2.5 times, though a contact at most 0.9 of its joint's torque limit and
      a collision at most the whole of it (here 50 and 87 Nm, at the wrist 10.8 and 12 Nm), which is more than the impedance's clip lets the tool
      press with (20 N and 7.5 Nm an axis), and for longer than 30 ms: policies that chose at random or jumped from end to end
      knocked a joint beyond them for 9 ms at the most, in 12 minutes of simulated time (`MeantContactTest`). The law of
      tasks with a gripper has no clip and presses with all that its drives have: no threshold tells a contact there that is meant.

      No command watches F31. Its distance to the set point is no fault in this arm, not even in free motion: damping alone
      keeps a tool 11 mm behind a set point of 0.25 m/s, and where filters hold the tool back its set point goes on, 28 mm
      for a second with the scripted expert of `reach`, 60 mm for five with a policy that jumps. Its joint form needs drives
      that are told positions (`q_command.*`); the ones here are told torques.

      A tool that is faster than its reduced speed when the reduction begins is not stopped for that: filters and set
      point slow it, and F27 allows what a controlled stop (`monitors.separation.braking_m_per_s2`) would have left of
      its speed, for half a second at the most, while F28 watches the distance. From then on it is stopped in the tick
      in which it is 1.2 times too fast.

      A push that is stronger than a drive moves its joint whatever is commanded: 200 N at the hand are more than the
      wrist's 12 Nm. Where something looks for contact, F25 reacts in the first ticks, and the stop grows when the push
      goes on: the joint becomes too fast (F23), and at 1.5 times its limit, 24 to 65 ticks after the push began, the
      barrier refuses to drive on, which takes the power. Where nothing looks for contact F23 is the first to react, after
      16 to 37 ticks. What the hand is pushed against changes neither: a volume that is kept out holds back what the arm
      itself wants.

      | row | expected | injected | told as | reaction | allowed, ticks | worst, ticks | went | at rest, allowed | at rest, worst |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private static final String NO_STOP = " | | |";

  private FaultTable() {}

  static String of(int phases, List<String> lines) {
    String head =
        HEAD.replace("PHASES", Integer.toString(phases))
            .replace("LATCHED", Long.toString(FaultTrial.AFTER_TICKS + RestWatch.ALLOWED_TICKS))
            .replace("REST", Double.toString(RestWatch.REST_RAD_PER_S))
            .replace("ALLOWED", Long.toString(RestWatch.ALLOWED_TICKS));
    return head + String.join("\n", lines) + "\n";
  }

  static String line(FaultCase fault, FaultTrial.Worst worst) {
    boolean stops = fault.expected().stops();
    String reaction = fault.expected() == Reaction.LIMIT ? "seen" : fault.expected().name();
    String head = line(fault.row(), fault.words(), fault.how(), told(fault.fault()), reaction);
    return head
        + figures(fault.allowedTicks(), worst.ticks())
        + (stops
            ? " "
                + String.join(" or ", worst.ways())
                + " | "
                + RestWatch.ALLOWED_TICKS
                + " | "
                + worst.restTicks()
                + " |"
            : NO_STOP);
  }

  static String line(FilterCase filter, long worstTicks) {
    String told = told(filter.fault());
    return line(filter.row(), filter.words(), filter.how(), told, filter.reaction())
        + figures(filter.allowedTicks(), worstTicks)
        + NO_STOP;
  }

  private static String told(Fault fault) {
    return fault == Fault.NONE ? "" : fault.name();
  }

  private static String line(String row, String words, String how, String told, String reaction) {
    return String.format("| %s | %s | %s | %s | %s |", row, words, how, told, reaction);
  }

  private static String figures(long allowedTicks, long worstTicks) {
    return String.format(" %d | %d |", allowedTicks, worstTicks);
  }
}
