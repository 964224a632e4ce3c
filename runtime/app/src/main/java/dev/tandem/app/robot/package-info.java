/**
 * The robot's file: every limit, gain and threshold that stands between a wish and the motors, in
 * one place, with its checks against the robot's model.
 */
@NullMarked
package dev.tandem.app.robot;

import org.jspecify.annotations.NullMarked;
