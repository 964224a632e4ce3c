package dev.tandem.safety.filter;

import java.util.List;

/**
 * Settings of {@link JointLimitFilter}.
 *
 * @param braking one a joint
 * @param responseSeconds in which a joint that is too fast is brought back to its bound
 * @param stopBeyondRad how far outside a limit a joint stops the robot
 * @param stopSpeedRatio how many times its speed limit a joint may reach before it stops the robot
 */
public record JointLimitConfig(
    List<JointBraking> braking,
    double responseSeconds,
    double stopBeyondRad,
    double stopSpeedRatio) {
  public JointLimitConfig {
    braking = List.copyOf(braking);
    if (!(responseSeconds > 0) || !(stopBeyondRad >= 0)) {
      throw new IllegalArgumentException(
          "responseSeconds must be > 0 and stopBeyondRad >= 0, got "
              + responseSeconds
              + " and "
              + stopBeyondRad);
    }
    if (!(stopSpeedRatio > 1)) {
      throw new IllegalArgumentException("stopSpeedRatio must be > 1, got " + stopSpeedRatio);
    }
  }

  /** For a seven-joint arm of Panda class. */
  public static JointLimitConfig fr3() {
    return new JointLimitConfig(JointBraking.FR3, 0.02, 0.05, 1.1);
  }
}
