package dev.tandem.safety.barrier;

import java.util.List;

/**
 * How every joint is kept within its limits.
 *
 * @param braking one a joint
 * @param accelerationRadPerS2 that a command may ask for, one a joint; given up first
 * @param marginRad kept from the position limits
 * @param speedMarginRadPerS kept from the speed limit for what the model does not know
 * @param responseSeconds in which a joint that is too fast is brought back to its bound
 * @param stopBeyondRad how far outside a limit a joint may be before its drives lose their power
 * @param stopSpeedRatio how many times its speed limit a joint may reach before they do; well above
 *     the ratio at which a monitor begins a controlled stop, so that there is something to control
 */
public record JointBarrierConfig(
    List<JointBraking> braking,
    List<Double> accelerationRadPerS2,
    double marginRad,
    double speedMarginRadPerS,
    double responseSeconds,
    double stopBeyondRad,
    double stopSpeedRatio) {
  public JointBarrierConfig {
    braking = List.copyOf(braking);
    accelerationRadPerS2 = List.copyOf(accelerationRadPerS2);
    if (braking.size() != accelerationRadPerS2.size()) {
      throw new IllegalArgumentException(
          "braking and accelerationRadPerS2 must have as many joints, got "
              + braking.size()
              + " and "
              + accelerationRadPerS2.size());
    }
    if (!accelerationRadPerS2.stream().allMatch(limit -> limit > 0)
        || !(speedMarginRadPerS >= 0)
        || !(marginRad >= 0)) {
      throw new IllegalArgumentException(
          "accelerationRadPerS2 must be > 0, marginRad and speedMarginRadPerS >= 0, got "
              + accelerationRadPerS2
              + ", "
              + marginRad
              + " and "
              + speedMarginRadPerS);
    }
    if (!(responseSeconds > 0) || !(stopBeyondRad >= 0) || !(stopSpeedRatio > 1)) {
      throw new IllegalArgumentException(
          "responseSeconds must be > 0, stopBeyondRad >= 0 and stopSpeedRatio > 1, got "
              + responseSeconds
              + ", "
              + stopBeyondRad
              + " and "
              + stopSpeedRatio);
    }
  }

  /**
   * For a seven-joint arm of Panda class. Its drives may ask for more than the 10 rad/s2 of free
   * motion, because pressing on something asks the model for an acceleration that never comes.
   */
  public static JointBarrierConfig fr3() {
    return new JointBarrierConfig(
        JointBraking.FR3,
        List.of(20.0, 20.0, 20.0, 20.0, 60.0, 60.0, 60.0),
        0.01,
        0.15,
        0.02,
        0.05,
        1.5);
  }
}
