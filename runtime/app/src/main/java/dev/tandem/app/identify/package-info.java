/**
 * System identification of a simulated arm: the run that excites it, and the settings it yields.
 */
@NullMarked
package dev.tandem.app.identify;

import org.jspecify.annotations.NullMarked;
