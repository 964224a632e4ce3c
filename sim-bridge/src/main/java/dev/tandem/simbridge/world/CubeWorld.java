package dev.tandem.simbridge.world;

/**
 * An arm with a two-finger gripper over a table, and one loose cube on it. Observes {@code q, qd}
 * (rad, rad/s), {@code tau} (the torque applied, Nm), {@code tool} and {@code tool_velocity} (the
 * point between the finger tips; m, m/s, base axes), {@code gripper.closed} (how far it was last
 * told to close, 0 open to 1 closed), {@code gripper.width} (between the fingers, m) and {@code
 * cube} (its centre, m); the command is {@code tau} and {@code gripper.closed}. One thread.
 */
public interface CubeWorld extends AdjustableWorld {
  /** From the cube's centre to its faces, and so how high it lies. */
  double CUBE_HALF_METRES = 0.02;

  /** Everything at rest, the arm as given, rad, the gripper open, the cube flat on the table. */
  void place(double[] armRad, double cubeXMetres, double cubeYMetres);

  /** Lifts the cube off the table, metres; for tests of what follows from where it is. */
  void placeCube(double xMetres, double yMetres, double zMetres);
}
