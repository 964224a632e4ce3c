package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.policies.stream.StreamConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** What can be said of the streaming learner on the command line; the rest is the paper's. */
final class StreamOptions {
  @Option(
      names = "--hidden",
      split = ",",
      defaultValue = "32,32",
      paramLabel = "N",
      description = "Units of the streaming learner's hidden layers. Default: ${DEFAULT-VALUE}.")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--lambda",
      defaultValue = "0.8",
      paramLabel = "X",
      description = "How far the streaming learner's credit reaches. Default: ${DEFAULT-VALUE}.")
  private double lambda = 0.8;

  @Option(
      names = "--entropy",
      defaultValue = "0.03",
      paramLabel = "X",
      description = "Weight of entropy in the streaming actor's trace. Default: ${DEFAULT-VALUE}.")
  private double entropy = 0.03;

  /** The paper's settings with these. */
  StreamConfig config(double discount) {
    int layers = LearnerSettings.MOST_LAYERS;
    int most = LearnerSettings.MOST_UNITS;
    require(
        !hidden.isEmpty() && hidden.size() <= layers,
        "--hidden",
        "1 to " + layers + " layers",
        hidden);
    for (int units : hidden) {
      require(units >= 1 && units <= most, "--hidden", "layers of 1 to " + most + " units", units);
    }
    require(lambda >= 0 && lambda <= 1, "--lambda", "0 to 1", lambda);
    require(
        entropy >= 0 && Double.isFinite(entropy),
        "--entropy",
        "a finite number of at least 0",
        entropy);
    return StreamConfig.defaults(discount)
        .withHidden(hidden)
        .withLambda(lambda)
        .withEntropy(entropy);
  }

  private static void require(boolean holds, String option, String expected, Object found) {
    if (!holds) {
      throw new ConfigurationException(option, "expected " + expected + ", found " + found);
    }
  }
}
