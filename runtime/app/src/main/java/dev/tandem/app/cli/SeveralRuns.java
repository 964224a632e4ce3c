package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** How often, and how many at a time, a command trains. */
final class SeveralRuns {
  private static final int MOST = 1024;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3,4,5",
      paramLabel = "N",
      description = "Seeds to train with. Default: ${DEFAULT-VALUE}.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--parallel",
      defaultValue = "2",
      paramLabel = "N",
      description = "Runs side by side, one thread each. Default: ${DEFAULT-VALUE}.")
  private int atOnce = 2;

  /** Each once: a seed that counts twice makes every interval too narrow. */
  List<Long> seeds() {
    Set<Long> seen = new HashSet<>();
    for (long seed : seeds) {
      if (!seen.add(seed)) {
        throw new ConfigurationException(
            "--seeds", "expected every seed once, found " + seed + " again");
      }
    }
    if (seen.isEmpty()) {
      throw new ConfigurationException("--seeds", "expected at least one seed, found none");
    }
    return List.copyOf(seeds);
  }

  int atOnce() {
    if (atOnce < 1 || atOnce > MOST) {
      throw new ConfigurationException("--parallel", "expected 1 to " + MOST + ", found " + atOnce);
    }
    return atOnce;
  }
}
