/**
 * Soft actor-critic and behaviour cloning on the CPU in plain Java, for multi-layer perceptrons: it
 * starts at {@link dev.tandem.policies.jvm.JvmLearner}. Layouts and inner loops are in {@code
 * kernel}.
 */
@NullMarked
package dev.tandem.policies.jvm;

import org.jspecify.annotations.NullMarked;
