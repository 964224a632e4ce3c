package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.time.HotPath;
import java.util.List;

/** A world with pads, and things that they may feel. */
public interface TactileWorld {
  /** Numbers of {@link #copyBodies} for each pad and each thing. */
  int BODY = 18;

  List<Pad> pads();

  List<Shape> things();

  /**
   * Copies where the pads, then the things are and how they move, in world axes: of each the
   * position of its origin [3], its axes as the columns of a rotation by rows [3][3], the velocity
   * of its origin [3], m/s, and its angular velocity [3], rad/s. On the world's thread.
   */
  @HotPath
  void copyBodies(double[] bodies);
}
