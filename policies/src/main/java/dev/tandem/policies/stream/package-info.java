/**
 * Learning without a memory of transitions: stream AC(lambda) after "Streaming Deep Reinforcement
 * Learning Finally Works" (arXiv 2410.14606). It starts at {@link
 * dev.tandem.policies.stream.StreamLearner}.
 *
 * <p>It computes with {@link dev.tandem.policies.jvm.kernel}, as the learners of batches do: their
 * norm and activations, and products for a batch of one that stand beside the tiles.
 */
@NullMarked
package dev.tandem.policies.stream;

import org.jspecify.annotations.NullMarked;
