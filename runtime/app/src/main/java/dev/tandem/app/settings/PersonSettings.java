package dev.tandem.app.settings;

/**
 * The scripted person who corrects the policy.
 *
 * @param corrects whether anybody intervenes at all
 * @param stallSteps without progress before the person steps in
 * @param progressMetres what counts as progress
 * @param departMetres away from the closest approach that make the person step in
 * @param holdSteps for which the person then drives
 * @param budgetSteps that the person spends in the whole run
 * @param noise standard deviation of the hand, as a fraction of the action box
 */
public record PersonSettings(
    boolean corrects,
    int stallSteps,
    double progressMetres,
    double departMetres,
    int holdSteps,
    int budgetSteps,
    double noise) {
  public PersonSettings {
    Check.atLeast("person.stall_steps", stallSteps, 1);
    Check.above("person.progress_metres", progressMetres, 0);
    Check.above("person.depart_metres", departMetres, 0);
    Check.atLeast("person.hold_steps", holdSteps, 1);
    Check.atLeast("person.budget_steps", budgetSteps, 0);
    Check.atLeast("person.noise", noise, 0);
  }

  public static PersonSettings defaults() {
    return new PersonSettings(true, 6, 0.001, 0.04, 6, 1500, 0.1);
  }

  /** Nobody intervenes. */
  static PersonSettings away() {
    PersonSettings there = defaults();
    return new PersonSettings(
        false,
        there.stallSteps,
        there.progressMetres,
        there.departMetres,
        there.holdSteps,
        there.budgetSteps,
        there.noise);
  }
}
