package dev.tandem.runtime.signal;

/**
 * What the policy or the person asks for, in SI units; its spec's bounds are the action box that a
 * policy's [-1, 1] is scaled to.
 */
public interface Action extends Signal {}
