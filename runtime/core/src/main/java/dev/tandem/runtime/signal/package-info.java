/**
 * What flows through the loop: named channels in SI units, observations with image slots, actions
 * and commands. Each comes as a read-only view and a single-writer form.
 */
@NullMarked
package dev.tandem.runtime.signal;

import org.jspecify.annotations.NullMarked;
