/**
 * How punctual a loop in real time was, and what the operating system granted its thread: what a
 * bench and a run on a robot report alike.
 */
@NullMarked
package dev.tandem.app.timing;

import org.jspecify.annotations.NullMarked;
