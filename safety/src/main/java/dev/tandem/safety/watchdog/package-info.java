/**
 * A watchdog in a process of its own: it stops the drives when the runtime falls silent, the
 * runtime stops when the watchdog does (faults F17 and F18). Supervisory, as all of Tandem's safety
 * layer: it claims no performance level.
 *
 * <p>Both sides share one page of memory, {@link dev.tandem.safety.watchdog.SharedPage}. {@link
 * dev.tandem.safety.watchdog.RuntimeHeartbeat} is the runtime's side, {@link
 * dev.tandem.safety.watchdog.Watch} the watchdog's, {@link dev.tandem.safety.watchdog.DrivePermit}
 * what a drive honours.
 */
@NullMarked
package dev.tandem.safety.watchdog;

import org.jspecify.annotations.NullMarked;
