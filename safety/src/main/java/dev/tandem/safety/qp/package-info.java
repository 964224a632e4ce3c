/**
 * Small dense convex quadratic programs on the control thread: {@link
 * dev.tandem.safety.qp.DualActiveSet} solves what stands in a {@link
 * dev.tandem.safety.qp.QuadraticProgram} and says so when nothing does.
 */
@NullMarked
package dev.tandem.safety.qp;

import org.jspecify.annotations.NullMarked;
