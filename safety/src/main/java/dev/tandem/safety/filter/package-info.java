/**
 * What stands between a wish and the motors. Every filter is a pure function of its arguments, so
 * that a rejected command leaves no trace. Order: observation finite, action box, workspace box,
 * then joint limits, torque, torque rate.
 */
@NullMarked
package dev.tandem.safety.filter;

import org.jspecify.annotations.NullMarked;
