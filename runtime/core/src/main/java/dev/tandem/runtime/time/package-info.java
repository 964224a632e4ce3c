/**
 * Time as the loop sees it: clocks, ticks, and the mark for code that runs on the control thread.
 */
@NullMarked
package dev.tandem.runtime.time;

import org.jspecify.annotations.NullMarked;
