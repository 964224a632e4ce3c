/**
 * The journal of a run, an MCAP file that any ROS 2 tool reads: what the recorder writes into it,
 * how it is read back, and what is found when it is checked.
 */
@NullMarked
package dev.tandem.runtime.record.journal;

import org.jspecify.annotations.NullMarked;
