/** Impedance joint by joint. */
@NullMarked
package dev.tandem.controllers.joint;

import org.jspecify.annotations.NullMarked;
