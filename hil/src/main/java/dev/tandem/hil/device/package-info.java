/** What people hold in their hands to drive a robot, and whether it can be heard. */
@NullMarked
package dev.tandem.hil.device;

import org.jspecify.annotations.NullMarked;
