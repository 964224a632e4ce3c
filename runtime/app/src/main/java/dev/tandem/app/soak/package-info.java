/**
 * A long session with faults at random and a person who makes good every stop, and a judge who
 * believes nothing but the journal.
 */
@NullMarked
package dev.tandem.app.soak;

import org.jspecify.annotations.NullMarked;
