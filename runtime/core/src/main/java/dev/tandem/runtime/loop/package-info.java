/** The control loop: one tick, in the order in which it must happen. */
@NullMarked
package dev.tandem.runtime.loop;

import org.jspecify.annotations.NullMarked;
