/**
 * Learning without a memory of transitions: stream AC(lambda) after "Streaming Deep Reinforcement
 * Learning Finally Works" (arXiv 2410.14606). It starts at {@link
 * dev.tandem.policies.stream.StreamLearner}.
 */
@NullMarked
package dev.tandem.policies.stream;

import org.jspecify.annotations.NullMarked;
