/** Memories of transitions that learners draw their batches from. */
@NullMarked
package dev.tandem.policies.replay;

import org.jspecify.annotations.NullMarked;
