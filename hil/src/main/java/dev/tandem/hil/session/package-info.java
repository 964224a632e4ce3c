/**
 * A correction session as its numbers tell it: episodes, success marks, and how much of the work
 * the person still does.
 */
@NullMarked
package dev.tandem.hil.session;

import org.jspecify.annotations.NullMarked;
