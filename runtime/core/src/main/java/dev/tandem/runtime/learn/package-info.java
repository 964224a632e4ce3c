/**
 * The vocabulary of learning: transitions, tasks, replay, learners and simulators, free of any
 * engine.
 */
@NullMarked
package dev.tandem.runtime.learn;

import org.jspecify.annotations.NullMarked;
