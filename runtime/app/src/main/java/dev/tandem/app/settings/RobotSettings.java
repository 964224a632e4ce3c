package dev.tandem.app.settings;

import java.util.Locale;

/**
 * Which robot, and what it may do.
 *
 * @param file with the robot's limits, in YAML; empty for those of the arm that Tandem ships
 * @param seal SHA-256 of that file in hexadecimal digits, as it was when somebody accepted it:
 *     another file is refused; empty for whatever the file says
 */
public record RobotSettings(String file, String seal) {
  private static final int DIGITS = 64;

  public RobotSettings {
    seal = seal.toLowerCase(Locale.ROOT);
    boolean hexadecimal = seal.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (!seal.isEmpty() && !(hexadecimal && seal.length() == DIGITS)) {
      throw new IllegalArgumentException(
          "robot.seal: expected 64 hexadecimal digits, found \"" + seal + '"');
    }
  }

  /** The arm that Tandem ships, unsealed. */
  public static RobotSettings shipped() {
    return new RobotSettings("", "");
  }
}
