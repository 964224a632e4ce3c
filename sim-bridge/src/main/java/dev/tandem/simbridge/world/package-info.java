/**
 * What every simulator of the arm is told and says: the scene around the arm, the channels of its
 * sensors and drives, and {@link dev.tandem.simbridge.world.ArmWorld}, the port of the tasks.
 */
@NullMarked
package dev.tandem.simbridge.world;

import org.jspecify.annotations.NullMarked;
