/** What guards the loop from outside its tick, as the loop sees it. */
@NullMarked
package dev.tandem.runtime.guard;

import org.jspecify.annotations.NullMarked;
