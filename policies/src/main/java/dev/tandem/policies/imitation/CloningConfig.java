package dev.tandem.policies.imitation;

/**
 * Settings of behaviour cloning.
 *
 * @param maxEpochs passes over the training transitions at most
 * @param patienceEpochs epochs without a better validation error after which training stops
 * @param validationShare of the episodes that is only looked at, in (0, 1)
 */
public record CloningConfig(int maxEpochs, int patienceEpochs, double validationShare) {
  public CloningConfig {
    if (maxEpochs < 1 || patienceEpochs < 1) {
      throw new IllegalArgumentException(
          "maxEpochs and patienceEpochs must be >= 1, got " + maxEpochs + ", " + patienceEpochs);
    }
    if (!(validationShare > 0 && validationShare < 1)) {
      throw new IllegalArgumentException(
          "validationShare must be in (0, 1), got " + validationShare);
    }
  }

  public static CloningConfig defaults() {
    return new CloningConfig(300, 40, 0.15);
  }
}
