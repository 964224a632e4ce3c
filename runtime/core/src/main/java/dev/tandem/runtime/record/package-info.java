/**
 * From the control thread to the disk and to the learner: the ring, the recorder, the journal in
 * MCAP, and the assembler that makes transitions of ticks.
 */
@NullMarked
package dev.tandem.runtime.record;

import org.jspecify.annotations.NullMarked;
