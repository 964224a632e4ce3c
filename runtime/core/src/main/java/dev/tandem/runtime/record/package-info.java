/**
 * From the control thread to the learner: the ring that carries ticks without waiting, and the
 * assembler that makes transitions of them. Recorder and journal are in {@code record.journal}.
 */
@NullMarked
package dev.tandem.runtime.record;

import org.jspecify.annotations.NullMarked;
