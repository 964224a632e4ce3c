package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.monitor.ContactConfig;
import java.util.ArrayList;
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

  /**
   * For people: a line for each figure by which less is seen than on another arm. The fault matrix
   * says how soon a push is seen, and leaves to the arm which one is.
   */
  List<String> looserThan(ContactFigures shipped) {
    List<String> lines = new ArrayList<>();
    if (observerPerS < shipped.observerPerS) {
      lines.add(line("observer_per_s", observerPerS, shipped.observerPerS, "a push is seen later"));
    }
    looser("contact_nm", contactNm, shipped.contactNm, "only a harder push stops the arm", lines);
    looser(
        "collision_nm", collisionNm, shipped.collisionNm, "only a harder blow ends power", lines);
    return lines;
  }

  private static void looser(
      String name, List<Double> found, List<Double> shipped, String meaning, List<String> lines) {
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      if (found.get(i) > shipped.get(i)) {
        lines.add(line(Bound.item(name, i), found.get(i), shipped.get(i), meaning));
      }
    }
  }

  private static String line(String name, double found, double shipped, String meaning) {
    return "monitors.contact.%s: %s, looser than the shipped arm's %s: F25: %s"
        .formatted(name, MatrixFigure.text(found), MatrixFigure.text(shipped), meaning);
  }
}
