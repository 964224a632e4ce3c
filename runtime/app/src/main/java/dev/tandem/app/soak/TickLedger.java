package dev.tandem.app.soak;

import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.List;

/** Whether every tick is in the journal, or in a gap that counts it. */
final class TickLedger {
  private final Findings findings;
  private final List<long[]> runs = new ArrayList<>();
  private long lastTick = -1;
  private long ticks;
  private long driven;
  private long gaps;
  private long lost;
  private long missing;

  TickLedger(Findings findings) {
    this.findings = findings;
  }

  void accept(TickRecord record) {
    long expected = lastTick + 1 + record.skippedTicks;
    if (record.tick != expected) {
      missing += Math.max(1, record.tick - expected);
      findings.add("tick " + record.tick + ": expected tick " + expected + ", no gap counts it");
    }
    if (runs.isEmpty() || record.tick != runs.get(runs.size() - 1)[1] + 1) {
      runs.add(new long[] {record.tick, record.tick});
    }
    runs.get(runs.size() - 1)[1] = record.tick;
    lastTick = record.tick;
    ticks++;
    driven += record.mode.drives() ? 1 : 0;
  }

  void accept(TickGap gap) {
    if (gap.firstTick() <= lastTick) {
      findings.add("gap at tick " + gap.firstTick() + ": expected after tick " + lastTick);
    }
    gaps++;
    lost += gap.lostTicks();
    lastTick = gap.lastTick();
  }

  /** Compares with what the loop itself counted. */
  void close(SoakEnd end) {
    if (ticks + lost != end.ticks() || lastTick != end.lastTick()) {
      missing = Math.max(missing, end.ticks() - ticks - lost);
      findings.add(
          "the loop ran %d ticks to tick %d, the journal has %d and %d in gaps to tick %d"
              .formatted(end.ticks(), end.lastTick(), ticks, lost, lastTick));
    }
  }

  /** True when the journal has any tick of {@code [from, to]}. */
  boolean sawAnyOf(long from, long to) {
    return runs.stream().anyMatch(run -> run[0] <= to && run[1] >= from);
  }

  long ticks() {
    return ticks;
  }

  /** Ticks in which somebody drove. */
  long driven() {
    return driven;
  }

  long gaps() {
    return gaps;
  }

  /** Ticks that gaps count. */
  long lost() {
    return lost;
  }

  /** Ticks that nothing counts. */
  long missing() {
    return missing;
  }
}
