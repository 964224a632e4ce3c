/** The person at the robot. */
@NullMarked
package dev.tandem.hil;

import org.jspecify.annotations.NullMarked;
