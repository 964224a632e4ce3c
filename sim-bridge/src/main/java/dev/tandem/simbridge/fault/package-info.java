/**
 * Injectors of faults: each wraps a part of the loop and spoils what goes through it, in a window
 * of ticks that is chosen. With nothing injected a wrapped part behaves as the part itself.
 */
@NullMarked
package dev.tandem.simbridge.fault;

import org.jspecify.annotations.NullMarked;
