/**
 * Cartesian impedance: the tool behaves like a damped spring to a set point, with a force that is
 * bounded by construction.
 */
@NullMarked
package dev.tandem.controllers.impedance;

import org.jspecify.annotations.NullMarked;
