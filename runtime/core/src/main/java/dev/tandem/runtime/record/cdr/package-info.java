/** ROS 2's message encoding: plain CDR, little-endian, version 1 (OMG DDSI-RTPS 10.2, XCDR1). */
@NullMarked
package dev.tandem.runtime.record.cdr;

import org.jspecify.annotations.NullMarked;
