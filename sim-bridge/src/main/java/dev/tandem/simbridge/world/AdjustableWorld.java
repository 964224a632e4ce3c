package dev.tandem.simbridge.world;

import dev.tandem.runtime.learn.Simulator;

/** A simulator whose physics may differ from its model's, for randomisation. One thread. */
public interface AdjustableWorld extends Simulator {
  /**
   * Lets the physics differ from the model's, until told again; where everything is stays.
   *
   * @throws IllegalArgumentException when this simulator cannot and {@code scales} are not nominal
   */
  void adjust(PhysicsScales scales);

  /** Moves the arm's joints by so much from where they are, rad, [joint]; they are at rest. */
  void displace(double[] offsetRad);

  /** The steps that a period of {@code dtSeconds} is integrated in; 0 where that is not known. */
  default double integrationSeconds(double dtSeconds) {
    return 0;
  }
}
