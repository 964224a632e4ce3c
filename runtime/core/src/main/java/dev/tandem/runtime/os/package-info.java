/**
 * What a control thread asks of Linux: scheduling class, core, locked memory, waking up on time.
 * glibc through {@code java.lang.foreign}; a wish that is not granted says what to set, and
 * everything goes on without it. Also what else is asked of the C library: shared libraries loaded
 * in ways of their own.
 */
@NullMarked
package dev.tandem.runtime.os;

import org.jspecify.annotations.NullMarked;
