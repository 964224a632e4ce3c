/**
 * Tasks for simulated robots, in the style of SERL: what is observed, what is rewarded, and how an
 * episode starts.
 */
@NullMarked
package dev.tandem.simbridge.task;

import org.jspecify.annotations.NullMarked;
