/**
 * MuJoCo as a simulator, called through {@code java.lang.foreign}: {@link
 * dev.tandem.simbridge.mujoco.Mujoco} is the library, a model is shared by any number of states,
 * and structs are read at offsets committed for each version of the library.
 */
@NullMarked
package dev.tandem.simbridge.mujoco;

import org.jspecify.annotations.NullMarked;
