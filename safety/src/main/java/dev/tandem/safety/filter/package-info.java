/**
 * What stands between a wish and the motors. Every filter is a pure function of its arguments, so
 * that a rejected command leaves no trace. The chain's order, which the assembly keeps: intake of
 * frames, authority; action box and workspace box on what was decided; the controller's own set
 * point rate, jerk and error clip; then in the gate, which looks for what is not finite before and
 * after each: observation finite, barriers by quadratic program, torque, torque rate.
 */
@NullMarked
package dev.tandem.safety.filter;

import org.jspecify.annotations.NullMarked;
