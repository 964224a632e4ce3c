/**
 * Getting along: a task for whatever body a model file has, by the conventions of Gymnasium's
 * MuJoCo environments, version 4.
 */
@NullMarked
package dev.tandem.simbridge.locomotion;

import org.jspecify.annotations.NullMarked;
