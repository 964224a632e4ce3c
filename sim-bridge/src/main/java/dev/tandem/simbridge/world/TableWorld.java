package dev.tandem.simbridge.world;

/**
 * An arm with a two-finger gripper over a table, and what lies loose on it. Observes {@code q, qd}
 * (rad, rad/s), {@code tau} (the torque applied, Nm), {@code tool} and {@code tool_velocity} (the
 * point between the finger tips; m, m/s, base axes), {@code gripper.closed} (how far it was last
 * told to close, 0 open to 1 closed), {@code gripper.width} (between the fingers, m) and for each
 * thing of its {@link TableScene} a block with its name (its centre, m), and {@code cable} (the
 * centre of each link) where there is one; the command is {@code tau} and {@code gripper.closed}.
 * One thread.
 */
public interface TableWorld extends AdjustableWorld {
  /** From a box's centre to its faces, and so how high it lies. */
  double BOX_HALF_METRES = 0.02;

  /**
   * Everything at rest, the arm as given, rad, the gripper open, the things flat on the table.
   *
   * @param metres x and y of each thing, in the scene's order; of a cable's end, from where it lies
   *     in an arc to its anchor
   */
  void place(double[] armRad, double... metres);

  /** Lifts a loose thing off the table, metres; for tests of what follows from where it is. */
  void placeThing(int thing, double xMetres, double yMetres, double zMetres);

  /** Makes the world that a scene describes. */
  interface Maker {
    TableWorld create(TableScene scene);
  }
}
