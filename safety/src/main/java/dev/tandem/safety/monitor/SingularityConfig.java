package dev.tandem.safety.monitor;

/**
 * Condition numbers of the tool's Jacobian, in m and rad.
 *
 * @param slowCondition from which on the robot is slowed down
 * @param holdCondition from which on the policy does not drive
 */
public record SingularityConfig(double slowCondition, double holdCondition) {
  public SingularityConfig {
    if (!(slowCondition >= 1 && slowCondition < holdCondition)) {
      throw new IllegalArgumentException(
          "expected 1 <= slowCondition < holdCondition, got "
              + slowCondition
              + " and "
              + holdCondition);
    }
  }

  /** Those of MoveIt Servo. */
  public static SingularityConfig servo() {
    return new SingularityConfig(17, 30);
  }
}
