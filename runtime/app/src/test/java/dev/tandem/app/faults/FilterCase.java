package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A row that is answered by something else than a stop: by filters, by who drives, by a process of
 * its own.
 *
 * @param fault as which it is told; {@link Fault#NONE} when it is not
 * @param measure injects, checks what becomes of it, and measures how long that takes
 */
record FilterCase(
    String row, Fault fault, String how, String reaction, long allowedTicks, Measure measure) {
  private static final Map<String, Long> KNOWN = new ConcurrentHashMap<>();

  /** Injects, checks, and measures. */
  interface Measure {
    /** From the fault at the input to the reaction at the output. */
    long ticks(Course course);
  }

  /** One whose row is the fault's. */
  static FilterCase of(Fault fault, String how, String reaction, long allowed, Measure measure) {
    return new FilterCase(fault.row(), fault, how, reaction, allowed, measure);
  }

  String words() {
    boolean ofNobody = row.isEmpty() && fault == Fault.NONE;
    return ofNobody ? FaultTable.LEARNER : FaultTable.UNTOLD.getOrDefault(row, fault.words());
  }

  /** The worst of all phases; fails when that took longer than allowed, or was not told. */
  long worst() {
    return KNOWN.computeIfAbsent(row + how, key -> allPhases());
  }

  private long allPhases() {
    long worst = 0;
    long told = 0;
    for (int seed = 0; seed < FaultTrial.PHASES; seed++) {
      Course course = new Course(seed);
      long ticks = measure.ticks(course);
      worst = Math.max(worst, ticks);
      assertTrue(ticks <= allowedTicks, row + " " + how + ", seed " + seed + ": took " + ticks);
      assertEquals(
          fault.bit(), course.told() & fault.bit(), row + " " + how + ": told as " + fault);
      told |= course.told();
    }
    FaultTrial.tell(told);
    return worst;
  }
}
