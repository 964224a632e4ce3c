/**
 * The only composition root: makes tasks, rigs and learners of settings. Adding one of these takes
 * one line here.
 */
@NullMarked
package dev.tandem.app.assembly;

import org.jspecify.annotations.NullMarked;
