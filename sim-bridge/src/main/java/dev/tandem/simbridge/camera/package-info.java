/**
 * Simulated cameras as sensors: pictures are made on a thread of their own from copies of the
 * world's pose, so that a loop in real time never waits for one, and a loop in simulated time gets
 * the same ones in every run.
 */
@NullMarked
package dev.tandem.simbridge.camera;

import org.jspecify.annotations.NullMarked;
