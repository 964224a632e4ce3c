/** The port through which measurements enter the loop. */
@NullMarked
package dev.tandem.runtime.sense;

import org.jspecify.annotations.NullMarked;
