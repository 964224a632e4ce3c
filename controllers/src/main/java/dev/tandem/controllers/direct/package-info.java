/** Drives that take actions as they are. */
@NullMarked
package dev.tandem.controllers.direct;

import org.jspecify.annotations.NullMarked;
