/**
 * What a running loop tells Java's flight recorder: late wake-ups, overruns and stops, beside the
 * garbage collections and safepoints that the virtual machine records itself.
 */
@NullMarked
package dev.tandem.runtime.flight;

import org.jspecify.annotations.NullMarked;
