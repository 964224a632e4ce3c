/**
 * Learning without a memory of transitions: stream AC(lambda) after "Streaming Deep Reinforcement
 * Learning Finally Works" (arXiv 2410.14606). It starts at {@link
 * dev.tandem.policies.stream.StreamLearner}.
 *
 * <p>It has row kernels of its own, as its batch is one transition: the tiles of {@link
 * dev.tandem.policies.jvm.kernel} take eight rows at a time and would do eight times the work. Its
 * rows are plain arrays, whose loops the compiler vectorises also where the Vector API is missing.
 */
@NullMarked
package dev.tandem.policies.stream;

import org.jspecify.annotations.NullMarked;
