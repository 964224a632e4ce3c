package dev.tandem.safety.monitor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Settings of {@link ContactMonitor} and its {@link MomentumObserver}.
 *
 * @param gainPerS of the observer; 1 / gain is how slowly it sees
 * @param dampingNmsPerRad viscous friction that is known, one a joint
 * @param contactNm of external torque on a joint that stops compliantly
 * @param collisionNm that takes the power
 * @param lastingNanos for which it must last; 0 where nothing is meant to be touched
 */
public record ContactConfig(
    double gainPerS,
    List<Double> dampingNmsPerRad,
    List<Double> contactNm,
    List<Double> collisionNm,
    long lastingNanos) {
  /**
   * Of a joint's torque where things are touched on purpose; the rest tells a collision from it.
   */
  private static final double MOST_CONTACT_SHARE = 0.9;

  public ContactConfig {
    dampingNmsPerRad = List.copyOf(dampingNmsPerRad);
    contactNm = List.copyOf(contactNm);
    collisionNm = List.copyOf(collisionNm);
    boolean sizes =
        contactNm.size() == dampingNmsPerRad.size() && collisionNm.size() == contactNm.size();
    if (lastingNanos < 0) {
      throw new IllegalArgumentException("lastingNanos must be >= 0, got " + lastingNanos);
    }
    if (!sizes || !(gainPerS > 0)) {
      throw new IllegalArgumentException(
          "contact: expected one figure a joint and gainPerS > 0, got "
              + dampingNmsPerRad.size()
              + ", "
              + contactNm.size()
              + ", "
              + collisionNm.size()
              + " joints and "
              + gainPerS);
    }
    for (int i = 0; i < contactNm.size(); i++) {
      if (!(contactNm.get(i) > 0 && collisionNm.get(i) > contactNm.get(i))) {
        throw new IllegalArgumentException(
            "joint " + i + ": expected 0 < contactNm < collisionNm, got " + contactNm.get(i));
      }
    }
  }

  /** Where nothing is meant to be touched. */
  public ContactConfig(
      double gainPerS,
      List<Double> dampingNmsPerRad,
      List<Double> contactNm,
      List<Double> collisionNm) {
    this(gainPerS, dampingNmsPerRad, contactNm, collisionNm, 0);
  }

  /**
   * The same where things are touched on purpose. Nothing is raised beyond what a drive has: its
   * own pressing would never pass that.
   *
   * @param factor of both thresholds
   * @param nanos for which either must be passed; a knock is shorter
   * @param maxTorqueNm of each joint: all of it at the most is a collision, 0.9 of it a contact
   */
  public ContactConfig touching(double factor, long nanos, List<Double> maxTorqueNm) {
    return new ContactConfig(
        gainPerS,
        dampingNmsPerRad,
        raised(contactNm, factor, maxTorqueNm, MOST_CONTACT_SHARE),
        raised(collisionNm, factor, maxTorqueNm, 1),
        nanos);
  }

  private static List<Double> raised(
      List<Double> torquesNm, double factor, List<Double> maxTorqueNm, double mostShare) {
    return IntStream.range(0, torquesNm.size())
        .mapToObj(i -> Math.min(factor * torquesNm.get(i), mostShare * maxTorqueNm.get(i)))
        .toList();
  }

  /** For an arm of Panda class: contact from 20 and 5 Nm at base and wrist, collision at double. */
  public static ContactConfig fr3(List<Double> dampingNmsPerRad) {
    return new ContactConfig(
        500,
        dampingNmsPerRad,
        List.of(20.0, 20.0, 20.0, 20.0, 5.0, 5.0, 5.0),
        List.of(40.0, 40.0, 40.0, 40.0, 10.0, 10.0, 10.0));
  }
}
