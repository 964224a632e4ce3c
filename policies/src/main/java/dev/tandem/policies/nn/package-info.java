/**
 * The policy's forward pass in plain Java, fit for the control thread: it starts at {@link
 * dev.tandem.policies.nn.NeuralPolicy}.
 */
@NullMarked
package dev.tandem.policies.nn;

import org.jspecify.annotations.NullMarked;
