/**
 * Learning from prior data (RLPD, arXiv 2302.02948): half of every batch is demonstrations, and
 * updates are owed to environment steps.
 */
@NullMarked
package dev.tandem.policies.rlpd;

import org.jspecify.annotations.NullMarked;
