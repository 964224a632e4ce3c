package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;

/**
 * A row that is not the authority's: filters, or who drives.
 *
 * @param measure injects, checks what becomes of it, and measures how long that takes
 */
record FilterCase(Fault fault, String how, String reaction, long allowedTicks, Measure measure) {
  /** Injects, checks, and measures. */
  interface Measure {
    long worstTicks();
  }

  /** Injects, and fails when that took longer than allowed. */
  long worst() {
    long ticks = measure.worstTicks();
    assertTrue(ticks <= allowedTicks, () -> fault.row() + " " + how + ": took " + ticks);
    return ticks;
  }
}
