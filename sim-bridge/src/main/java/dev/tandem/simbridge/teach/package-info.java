/**
 * Teachers: they choose the worlds in which a learner makes progress, out of all that a
 * randomisation allows.
 */
@NullMarked
package dev.tandem.simbridge.teach;

import org.jspecify.annotations.NullMarked;
