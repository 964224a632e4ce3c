/**
 * Learning without a memory of transitions: stream AC(lambda) after "Streaming Deep Reinforcement
 * Learning Finally Works" (arXiv 2410.14606). It starts at {@link
 * dev.tandem.policies.stream.StreamLearner}.
 *
 * <p>It computes with {@link dev.tandem.policies.jvm.kernel}, as the learners of batches do: their
 * norm and activations, and products for a batch of one, which stand beside the tiles. A layer of
 * 128 units forward and back takes 2.4 us by those and 4.7 us by the tiles, which compute eight
 * rows, need the weights turned and leave the trace to be added up ({@code tandem bench stream}, on
 * the README's machine, busy), and whose panels would take 2.6 times the memory of 32 units.
 */
@NullMarked
package dev.tandem.policies.stream;

import org.jspecify.annotations.NullMarked;
