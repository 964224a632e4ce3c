package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether modes followed each other only as they may, by a table of its own, and nothing was armed
 * or driven while an emergency stop or the protective field asked for a stop.
 */
final class ModeLedger {
  /** Whoever drives may change, be stopped, or nobody may: then the robot is armed. */
  private static final Set<Mode> FROM_DRIVING =
      EnumSet.of(
          Mode.ARMED,
          Mode.RUN_POLICY,
          Mode.RUN_HUMAN,
          Mode.REDUCED_POLICY,
          Mode.REDUCED_HUMAN,
          Mode.STOP2,
          Mode.STOP1,
          Mode.STOP0,
          Mode.FAULT);

  private static final Map<Mode, Set<Mode>> NEXT =
      Map.of(
          Mode.OFF, EnumSet.of(Mode.SELF_TEST, Mode.READY),
          Mode.SELF_TEST, EnumSet.of(Mode.READY, Mode.STOP0),
          Mode.READY, EnumSet.of(Mode.ARMED, Mode.STOP0),
          Mode.STOP2, EnumSet.of(Mode.ARMED, Mode.STOP1, Mode.STOP0),
          Mode.STOP1, EnumSet.of(Mode.STOP0),
          Mode.STOP0, EnumSet.of(Mode.READY),
          Mode.FAULT, EnumSet.noneOf(Mode.class));

  private static final List<Fault> STOPPING = List.of(Fault.E_STOP, Fault.PROTECTIVE_STOP);

  private final Findings findings;
  private Mode before = Mode.OFF;
  private boolean known;

  ModeLedger(Findings findings) {
    this.findings = findings;
  }

  void accept(TickRecord record) {
    if (known && !follows(before, record.mode)) {
      findings.add(
          "tick %d: expected no way from %s to %s".formatted(record.tick, before, record.mode));
    }
    for (Fault fault : STOPPING) {
      boolean standing = record.mode.isStop() || record.mode == Mode.OFF;
      if ((record.faults & fault.bit()) != 0 && !standing) {
        findings.add("tick %d: %s in spite of %s".formatted(record.tick, record.mode, fault));
      }
    }
    before = record.mode;
    known = true;
  }

  private static boolean follows(Mode before, Mode now) {
    boolean driving = before == Mode.ARMED || before.drives();
    boolean disarmed = before == Mode.ARMED && now == Mode.READY;
    Set<Mode> next = driving ? FROM_DRIVING : NEXT.getOrDefault(before, Set.of());
    boolean grown = before.isStop() && now == Mode.FAULT;
    return now == before || disarmed || grown || next.contains(now);
  }

  /** Nobody knows what was before the next tick. */
  void lose() {
    known = false;
  }
}
