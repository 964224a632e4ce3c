/**
 * What can go wrong, how strongly the robot reacts to it, and who may drive: the ports between the
 * control loop and whatever supervises it.
 */
@NullMarked
package dev.tandem.runtime.guard;

import org.jspecify.annotations.NullMarked;
