/**
 * The step protocol of docs/step-protocol.md: a task or a simulator stepped over TCP, frame by
 * frame. {@link dev.tandem.simbridge.remote.MessageWriter} and {@link
 * dev.tandem.simbridge.remote.MessageReader} know its bytes, {@link
 * dev.tandem.simbridge.remote.FrameLink} one connection, {@link
 * dev.tandem.simbridge.remote.StepServer} all clients; what a task is, none of them knows.
 */
@NullMarked
package dev.tandem.simbridge.remote;

import org.jspecify.annotations.NullMarked;
