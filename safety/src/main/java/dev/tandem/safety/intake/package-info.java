/**
 * The first stage of the chain: which of the drives' frames may be used, and what stands for one
 * that may not.
 */
@NullMarked
package dev.tandem.safety.intake;

import org.jspecify.annotations.NullMarked;
