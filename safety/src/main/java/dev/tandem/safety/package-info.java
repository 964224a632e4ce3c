/** Filters that stand between every command and the motors. */
@NullMarked
package dev.tandem.safety;

import org.jspecify.annotations.NullMarked;
