/**
 * System identification: an excitation that shows what the model does not know, and least squares
 * for friction, masses, rotor inertia and the drives' delay from what the arm then did. Off line:
 * nothing here runs on a control thread.
 */
@NullMarked
package dev.tandem.controllers.identify;

import org.jspecify.annotations.NullMarked;
