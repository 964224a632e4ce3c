package dev.tandem.safety.barrier;

import java.util.List;

/**
 * How a joint slows down before its limit: at a distance d it may move at most {@code sqrt(2
 * deceleration d) - offset} towards it.
 *
 * @param offsetRadPerS speed kept in hand for delay and for disturbances
 * @param decelerationRadPerS2 that the drive can be relied on for
 */
public record JointBraking(double offsetRadPerS, double decelerationRadPerS2) {
  /** Of a Franka Research 3 (libfranka's rate limiting, position-dependent velocity limits). */
  public static final List<JointBraking> FR3 =
      List.of(
          new JointBraking(0.30, 6),
          new JointBraking(0.20, 2.585),
          new JointBraking(0.20, 3.5),
          new JointBraking(0.30, 4),
          new JointBraking(0.35, 17),
          new JointBraking(0.35, 5.5),
          new JointBraking(0.35, 17));

  public JointBraking {
    if (!(offsetRadPerS >= 0) || !(decelerationRadPerS2 > 0)) {
      throw new IllegalArgumentException(
          "offsetRadPerS must be >= 0 and decelerationRadPerS2 > 0, got "
              + offsetRadPerS
              + " and "
              + decelerationRadPerS2);
    }
  }
}
