/**
 * The learner on TensorFlow, one graph and one native call per update: it starts at {@link
 * dev.tandem.policies.tensorflow.TensorFlowLearner}. No other package knows TensorFlow.
 */
@NullMarked
package dev.tandem.policies.tensorflow;

import org.jspecify.annotations.NullMarked;
