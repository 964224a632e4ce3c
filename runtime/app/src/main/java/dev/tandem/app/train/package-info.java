/** Training and evaluation: demonstrations, episodes, learning in between, and what is reported. */
@NullMarked
package dev.tandem.app.train;

import org.jspecify.annotations.NullMarked;
