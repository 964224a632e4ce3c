/**
 * The classic swing-up of a pendulum, without arm or control loop: the smallest problem on which
 * continuous-control learners are compared.
 */
@NullMarked
package dev.tandem.simbridge.pendulum;

import org.jspecify.annotations.NullMarked;
