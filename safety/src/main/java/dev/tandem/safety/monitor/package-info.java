/**
 * Detectors of the fault matrix, a class or a line each: they say how strongly the robot must react
 * in this tick, and latch nothing.
 */
@NullMarked
package dev.tandem.safety.monitor;

import org.jspecify.annotations.NullMarked;
