/** The fault matrix as a test: injectors, the real loop and every monitor together. */
@NullMarked
package dev.tandem.app.faults;

import org.jspecify.annotations.NullMarked;
