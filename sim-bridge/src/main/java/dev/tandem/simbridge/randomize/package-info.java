/**
 * Worlds that differ from episode to episode, so that what is learnt in simulation holds on a robot
 * that nobody has measured: physics, drives, senses and pushes are drawn from distributions by the
 * episode's seed. Wrappers around any simulator; the task, the policy and the loop do not know.
 */
@NullMarked
package dev.tandem.simbridge.randomize;

import org.jspecify.annotations.NullMarked;
