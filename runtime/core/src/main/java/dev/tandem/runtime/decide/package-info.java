/**
 * Who decides what the robot does: policies, people and the controllers that turn their actions
 * into commands.
 */
@NullMarked
package dev.tandem.runtime.decide;

import org.jspecify.annotations.NullMarked;
