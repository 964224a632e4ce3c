/**
 * Simulated touch as sensors: what pads in a gripper's fingers feel of the things between them,
 * from signed distances alone, as a grid of forces and as the picture of a soft skin that a camera
 * sees from inside the finger.
 */
@NullMarked
package dev.tandem.simbridge.tactile;

import org.jspecify.annotations.NullMarked;
