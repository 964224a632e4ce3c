/**
 * The MCAP file format (mcap.dev/spec), version 0: an appending writer whose chunks survive the end
 * of the process, and a reader that uses everything that is whole in a broken file.
 */
@NullMarked
package dev.tandem.runtime.record.mcap;

import org.jspecify.annotations.NullMarked;
