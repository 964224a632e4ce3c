package dev.tandem.simbridge.person;

/**
 * When the scripted person takes over, and for how long.
 *
 * @param stallSteps without progress of {@code progressMetres} before the person steps in
 * @param progressMetres what counts as progress
 * @param departMetres away from the closest approach so far that make the person step in
 * @param holdSteps for which the person then drives
 * @param budgetSteps that the person spends in a whole session; then the policy is on its own
 * @param noise standard deviation of the person's hand, as a fraction of the action box
 */
public record InterventionRule(
    int stallSteps,
    double progressMetres,
    double departMetres,
    int holdSteps,
    int budgetSteps,
    double noise) {
  public InterventionRule {
    if (stallSteps < 1 || holdSteps < 1 || budgetSteps < 0) {
      throw new IllegalArgumentException(
          "stallSteps and holdSteps must be >= 1, budgetSteps >= 0, got "
              + stallSteps
              + ", "
              + holdSteps
              + ", "
              + budgetSteps);
    }
    boolean finite = Double.isFinite(progressMetres + departMetres + noise);
    if (!finite || !(progressMetres > 0) || !(departMetres > 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "progressMetres and departMetres must be > 0, noise >= 0, all finite, got "
              + progressMetres
              + ", "
              + departMetres
              + ", "
              + noise);
    }
  }
}
