package dev.tandem.simbridge.world;

import java.util.List;

/**
 * A body of any shape on the ground. Observes {@code q, qd} (all of the model's positions and
 * speeds, in its order), {@code forward.0} (how far its first joint, else its middle of mass, is
 * along the world's x, m), {@code diverged.0} (1 from when its numbers mean nothing any more until
 * it is placed anew; all else is then as it was seen last) and what else was asked for; the command
 * is {@code drive}, as its drives take it. One thread.
 */
public interface BodyWorld extends AdjustableWorld {
  /** What may be observed beside positions and speeds; named as their blocks of channels. */
  enum Observed {
    /** Of each body, about the middle of mass: 10 numbers. */
    INERTIA,
    /** Of each body: angular, then linear; 6 numbers. */
    BODY_SPEED,
    /** Of each degree of freedom. */
    DRIVE_FORCE,
    /** On each body, from outside: torque, then force; 6 numbers. */
    CONTACT_FORCE
  }

  /** One step of its physics. */
  double timestepSeconds();

  /** How the model stands at the start, [position]. */
  double[] startPositions();

  /** Degrees of freedom. */
  int speeds();

  /**
   * Which of the positions are a joint's: one for a hinge or slide, 4 for a ball, 7 for a free
   * body.
   *
   * @throws RuntimeException with the model's file when there is no such joint
   */
  List<Integer> positionsOf(String joint);

  /**
   * Pushes each degree of freedom from now on until it is placed anew, Nm, or N on what slides,
   * [speed].
   */
  void push(double[] forces);

  /** Puts it somewhere, moving, [position] and [speed]; nothing drives or pushes it. */
  void place(double[] positions, double[] speeds);
}
