/** Little-endian bytes, growing when written and bounds-checked when read. */
@NullMarked
package dev.tandem.runtime.record.bytes;

import org.jspecify.annotations.NullMarked;
