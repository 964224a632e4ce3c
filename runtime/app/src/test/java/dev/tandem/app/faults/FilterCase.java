package dev.tandem.app.faults;

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

  String line() {
    return String.format(
        "| %s | %s | %s | %s | %d | %d |",
        fault.row(), fault.words(), how, reaction, allowedTicks, measure.worstTicks());
  }
}
