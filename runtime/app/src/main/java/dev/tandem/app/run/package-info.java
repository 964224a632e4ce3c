/**
 * A robot driven in real time: control thread, episodes, the person at standard input, the
 * watchdog, and the report of it all.
 */
@NullMarked
package dev.tandem.app.run;

import org.jspecify.annotations.NullMarked;
