package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** In which ticks each fault was seen and each mode held. */
final class SignLedger {
  private final Map<String, List<long[]>> spans = new HashMap<>();
  private long faults;
  private Mode mode = Mode.OFF;
  private boolean started;

  void accept(TickRecord record) {
    long changed = record.faults ^ faults;
    for (Fault fault : Fault.values()) {
      if ((changed & fault.bit()) != 0) {
        change(fault.name(), record.tick, (record.faults & fault.bit()) != 0);
      }
    }
    if (!started || record.mode != mode) {
      change(sign(mode), record.tick, false);
      change(sign(record.mode), record.tick, true);
    }
    started = true;
    faults = record.faults;
    mode = record.mode;
  }

  /** Who drives, at whatever speed. */
  private static String sign(Mode mode) {
    if (mode.humanDrives()) {
      return Mode.RUN_HUMAN.name();
    }
    return mode.policyDrives() ? Mode.RUN_POLICY.name() : mode.name();
  }

  private void change(String sign, long tick, boolean begins) {
    List<long[]> of = spans.computeIfAbsent(sign, name -> new ArrayList<>());
    if (begins) {
      of.add(new long[] {tick, Long.MAX_VALUE});
    } else if (!of.isEmpty()) {
      of.get(of.size() - 1)[1] = tick - 1;
    }
  }

  /** The first tick of {@code [from, to]} in which the sign was there. */
  OptionalLong firstSeen(String sign, long from, long to) {
    return spans.getOrDefault(sign, List.of()).stream()
        .filter(span -> span[0] <= to && span[1] >= from)
        .mapToLong(span -> Math.max(from, span[0]))
        .min();
  }
}
