package dev.tandem.safety.monitor;

import java.util.List;

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
   * The same where things are touched on purpose.
   *
   * @param factor of both thresholds
   * @param nanos for which either must be passed; a knock is shorter
   */
  public ContactConfig touching(double factor, long nanos) {
    return new ContactConfig(
        gainPerS, dampingNmsPerRad, times(contactNm, factor), times(collisionNm, factor), nanos);
  }

  private static List<Double> times(List<Double> torquesNm, double factor) {
    return torquesNm.stream().map(torque -> factor * torque).toList();
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
