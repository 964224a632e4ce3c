package dev.tandem.simbridge.world;

/**
 * An arm in a scene, in whichever simulator. Observes {@code q, qd} (rad, rad/s), {@code tau} (the
 * torque applied, Nm), {@code tool} and {@code tool_velocity} (m, m/s, base axes) and {@code
 * wrench} (N and Nm of the contacts on the tool about the tool point, base axes, noisy and
 * low-passed); the command is {@code tau}. One thread.
 */
public interface ArmWorld extends AdjustableWorld {
  /**
   * Puts the resting arm's tool at a point in the base frame, metres, pointing straight down; moved
   * obstacles are where they are now.
   *
   * @throws IllegalArgumentException when the tool cannot get there
   */
  void placeTool(double x, double y, double z);

  /** Overwrites the arm's state, rad and rad/s; for comparing simulators with each other. */
  void setState(double[] positionsRad, double[] speedsRadPerS);

  /** Makes the world that a task describes. */
  interface Maker {
    ArmWorld create(ArmScene scene);
  }
}
