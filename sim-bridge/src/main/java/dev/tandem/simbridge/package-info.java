/** Worlds to learn in. */
@NullMarked
package dev.tandem.simbridge;

import org.jspecify.annotations.NullMarked;
