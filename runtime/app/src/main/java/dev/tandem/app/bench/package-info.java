/**
 * Benchmarks of what must be fast: the tick, the policy, the learner, the replay. Each measures in
 * one run what it compares, counts bytes exactly, and quotes percentiles.
 */
@NullMarked
package dev.tandem.app.bench;

import org.jspecify.annotations.NullMarked;
