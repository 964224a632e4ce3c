package dev.tandem.app.cli;

import dev.tandem.app.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say settings. */
final class SettingOptions {
  /** Options that are short for a setting. Every command takes a seed, also one that draws none. */
  static final Map<String, String> SHORT = Map.of("--task", "task", "--sim", "simulator");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML; what they leave out has its default.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, dotted: --set learner.threads=1. May stand several times.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random; short for --set seed=N.")
  private @Nullable String seed;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "What is to be done; short for --set task=TASK.")
  private @Nullable String task;

  @Option(
      names = "--sim",
      paramLabel = "SIMULATOR",
      description =
          "plant, the embedded one, mujoco, or remote:HOST:PORT, another program;"
              + " short for --set simulator=SIMULATOR.")
  private @Nullable String simulator;

  /** The file of {@code --config}. */
  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** What the command line sets, in the order in which it holds. */
  List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    assignments.forEach(assignment -> settings.add(Setting.parse(assignment)));
    if (seed != null) {
      settings.add(new Setting("--seed " + seed, "seed", seed));
    }
    if (task != null) {
      settings.add(new Setting("--task " + task, "task", task));
    }
    if (simulator != null) {
      settings.add(new Setting("--sim " + simulator, "simulator", simulator));
    }
    return settings;
  }
}
