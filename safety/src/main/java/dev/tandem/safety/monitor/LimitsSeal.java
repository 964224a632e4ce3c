package dev.tandem.safety.monitor;

import dev.tandem.runtime.record.bytes.Sha256;

/**
 * F34: which limits belong to which robot. A hash finds a file that was changed or mixed up; it is
 * no signature, and keeps out nobody who means harm.
 *
 * @param robot its name, as the model has it
 * @param sha256 of the limits file, in lower-case hexadecimal digits
 */
public record LimitsSeal(String robot, String sha256) {
  /** Seals a file's bytes for a robot. */
  public static LimitsSeal of(String robot, byte[] limits) {
    return new LimitsSeal(robot, Sha256.hex(limits));
  }

  /**
   * What is wrong with these limits for this robot, in one line; empty when nothing is. Asked
   * before arming.
   */
  public String problem(String robotFound, byte[] limits) {
    if (!robot.equals(robotFound)) {
      return "limits: expected those of " + robotFound + ", found those of " + robot;
    }
    String found = Sha256.hex(limits);
    return sha256.equals(found)
        ? ""
        : "limits of "
            + robot
            + ": expected sha256 "
            + sha256
            + ", found "
            + found
            + "; if the change is meant, seal them again";
  }
}
