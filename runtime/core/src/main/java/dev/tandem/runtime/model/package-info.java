/**
 * What a robot is made of, and the port through which others ask for its kinematics and dynamics.
 */
@NullMarked
package dev.tandem.runtime.model;

import org.jspecify.annotations.NullMarked;
