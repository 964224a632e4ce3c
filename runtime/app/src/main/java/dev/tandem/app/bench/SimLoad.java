package dev.tandem.app.bench;

import dev.tandem.simbridge.mujoco.BatchShape;

/**
 * How much is stepped.
 *
 * @param warmUp steps of every environment that are not timed
 * @param steps of every environment that are
 */
record SimLoad(BatchShape shape, int warmUp, int steps) {
  /** Of the model, of all environments. */
  double physicsSteps() {
    return (double) shape.environments() * shape.substeps() * steps;
  }
}
