package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.identify.Identification;
import dev.tandem.controllers.identify.ArmIdentification;
import picocli.CommandLine.Option;

/** How an arm is excited, and how one looks at what came of it. */
final class IdentifyOptions {
  private static final double LEAST_SECONDS = 20;
  private static final double MOST_SECONDS = 600;

  /** Harmonics that the low-pass leaves as they are. */
  private static final double CUTOFF_OF_HIGHEST = 4;

  private static final double MOST_CUTOFF_HZ = 100;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      paramLabel = "S",
      description = "How long the arm is excited, 20 to 600. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--base-frequency",
      defaultValue = "0.1",
      paramLabel = "HZ",
      description = "Of the Fourier series that each joint follows. Default: ${DEFAULT-VALUE}.")
  private double baseHz;

  @Option(
      names = "--harmonics",
      defaultValue = "10",
      paramLabel = "N",
      description = "Of that series. Default: ${DEFAULT-VALUE}.")
  private int harmonics;

  @Option(
      names = "--amplitude",
      defaultValue = "0.5",
      paramLabel = "SHARE",
      description =
          "Of the way to the limits of position, speed and torque, 0.01 to 0.9."
              + " Default: ${DEFAULT-VALUE}.")
  private double amplitude;

  @Option(
      names = "--cutoff",
      defaultValue = "10",
      paramLabel = "HZ",
      description =
          "Of the zero-phase low-pass before the least squares. Default: ${DEFAULT-VALUE}.")
  private double cutoffHz;

  @Option(
      names = "--max-delay",
      defaultValue = "0.03",
      paramLabel = "S",
      description = "The longest delay that is tried, at most 0.2. Default: ${DEFAULT-VALUE}.")
  private double maxDelaySeconds;

  @Option(
      names = "--torque",
      defaultValue = "measured",
      paramLabel = "KIND",
      description = {
        "measured, what the drives say they do, or commanded, for drives that say nothing:",
        "then all figures are relative to their gain. Default: ${DEFAULT-VALUE}."
      })
  private String torque = "measured";

  /** Throws for what cannot be. */
  Identification.Plan plan() {
    within("--seconds", seconds, LEAST_SECONDS, MOST_SECONDS);
    within("--base-frequency", baseHz, 0.02, 1);
    within("--harmonics", harmonics, 1, 50);
    within("--amplitude", amplitude, 0.01, 0.9);
    within("--max-delay", maxDelaySeconds, 0, 0.2);
    within("--cutoff", cutoffHz, CUTOFF_OF_HIGHEST * baseHz * harmonics, MOST_CUTOFF_HZ);
    if (!torque.equals("measured") && !torque.equals("commanded")) {
      throw new ConfigurationException(
          "--torque", "expected measured or commanded, found " + torque);
    }
    return new Identification.Plan(
        seconds,
        baseHz,
        harmonics,
        amplitude,
        new ArmIdentification.Config(cutoffHz, maxDelaySeconds, torque.equals("measured")));
  }

  /** What was asked for, for messages. */
  String text() {
    return "--seconds " + seconds + " --cutoff " + cutoffHz + " --torque " + torque;
  }

  private static void within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new ConfigurationException(
          option, "expected " + least + " to " + most + ", found " + value);
    }
  }
}
