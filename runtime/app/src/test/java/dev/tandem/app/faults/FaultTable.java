package dev.tandem.app.faults;

import java.util.List;

/** The page around the table. */
final class FaultTable {
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

      STOP2, STOP1 and STOP0 are the stop categories of IEC 60204-1; each was still latched 150 ticks after its fault had
      gone. HOLD: nobody drives for as long as the fault lasts. "seen": nobody stops, the fault is in the journal.

      What a test cannot do to itself is injected as what the loop sees of it: F10 as silence, F18 as what the heartbeat
      says, F34, F37 and F40 as flags, F38 as a late wake-up, F39 as overruns. F17 is here in simulated time;
      `WatchdogProcessTest` stops and kills real processes. The rig has every channel: which faults nothing looks for on
      a set-up of yours, `./tandem doctor` and `report.json` say. F25 and F31's distance to the set point are for free
      motion; no command drives with them yet, as its tasks touch things.

      | row | expected | injected | reaction | allowed, ticks | measured worst, ticks |
      |---|---|---|---|---|---|
      """;

  private FaultTable() {}

  static String of(int phases, List<String> lines) {
    return HEAD.replace("PHASES", Integer.toString(phases)) + String.join("\n", lines) + "\n";
  }
}
