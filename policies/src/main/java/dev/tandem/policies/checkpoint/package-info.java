/**
 * Learners and policies on disk, in a format of our own: it starts at {@link
 * dev.tandem.policies.checkpoint.CheckpointFile}.
 */
@NullMarked
package dev.tandem.policies.checkpoint;

import org.jspecify.annotations.NullMarked;
