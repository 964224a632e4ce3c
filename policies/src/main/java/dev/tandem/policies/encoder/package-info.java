/**
 * Pictures into few numbers: a frozen convolutional network in plain Java, and what teaches one. It
 * starts at {@link dev.tandem.policies.encoder.EncoderNetwork}.
 */
@NullMarked
package dev.tandem.policies.encoder;

import org.jspecify.annotations.NullMarked;
