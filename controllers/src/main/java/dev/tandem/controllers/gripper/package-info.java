/** Grippers: open or closed, and never harder than asked. */
@NullMarked
package dev.tandem.controllers.gripper;

import org.jspecify.annotations.NullMarked;
