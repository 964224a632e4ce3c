/**
 * The robot model: a URDF file is read into a {@link dev.tandem.runtime.model.Chain}, from which
 * {@code ChainModel} computes kinematics and dynamics on the control thread.
 */
@NullMarked
package dev.tandem.controllers.model;

import org.jspecify.annotations.NullMarked;
