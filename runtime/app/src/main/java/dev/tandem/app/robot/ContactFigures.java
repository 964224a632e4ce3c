package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.monitor.ContactConfig;
import java.util.List;

/**
 * What pushes the arm besides its drives.
 *
 * @param observerPerS gain; 1 / gain is how slowly it is seen
 * @param contactNm on each joint that stops compliantly
 * @param collisionNm on each joint that takes the power
 */
public record ContactFigures(
    double observerPerS, List<Double> contactNm, List<Double> collisionNm) {
  public ContactFigures {
    Bound.within(
        "monitors.contact.observer_per_s",
        observerPerS,
        100,
        1000,
        "a slower observer sees a contact after more than 10 ms (F25: 5 ticks), a faster one is"
            + " faster than the loop's 1 kHz");
    Check.perJoint("monitors.contact.contact_nm", contactNm, RobotFile.JOINTS, 0);
    Check.perJoint("monitors.contact.collision_nm", collisionNm, RobotFile.JOINTS, 0);
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      Check.above("monitors.contact.collision_nm", collisionNm.get(i), contactNm.get(i));
    }
  }

  ContactConfig config(List<Double> dampingNmsPerRad) {
    return new ContactConfig(observerPerS, dampingNmsPerRad, contactNm, collisionNm);
  }
}
