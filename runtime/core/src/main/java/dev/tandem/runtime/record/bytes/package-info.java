/**
 * Little-endian bytes, growing when written and bounds-checked when read; and the hash of bytes
 * that were.
 */
@NullMarked
package dev.tandem.runtime.record.bytes;

import org.jspecify.annotations.NullMarked;
