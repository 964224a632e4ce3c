/**
 * Operational-space control: the tool is accelerated as a unit mass would be, whatever the arm's
 * inertia.
 */
@NullMarked
package dev.tandem.controllers.operational;

import org.jspecify.annotations.NullMarked;
