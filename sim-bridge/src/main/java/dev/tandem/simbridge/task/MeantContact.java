package dev.tandem.simbridge.task;

/**
 * What of a contact is meant in a task, beside the robot's own thresholds of external torque.
 *
 * @param factor of these thresholds
 * @param lastingSeconds for which one must be passed; a knock is shorter
 */
public record MeantContact(double factor, double lastingSeconds) {
  /** Nothing is to be touched. */
  public static final MeantContact NONE = new MeantContact(1, 0);

  /**
   * The tool touches things, and knocks against them while it learns. On the arm that ships, 2.5
   * times its thresholds are 50 Nm at the shoulder and, cut to 0.9 of what the drive has, 10.8 Nm
   * at the wrist, more than 20 N along and 7.5 Nm about each axis at the tool, which its impedance
   * does not exceed; policies that jumped from end to end or chose at random knocked a joint beyond
   * that for 9 ms at the most.
   */
  public static final MeantContact OF_TOOL = new MeantContact(2.5, 0.03);

  public MeantContact {
    if (!(factor >= 1) || !(lastingSeconds >= 0) || !(lastingSeconds <= 0.1)) {
      throw new IllegalArgumentException(
          "expected a factor of at least 1 and 0 to 0.1 s, got "
              + factor
              + " and "
              + lastingSeconds);
    }
  }
}
