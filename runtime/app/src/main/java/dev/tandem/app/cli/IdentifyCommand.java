package dev.tandem.app.cli;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.identify.Identification;
import dev.tandem.app.identify.IdentificationTable;
import dev.tandem.app.identify.IdentifiedSettings;
import dev.tandem.app.identify.StoppedExcitationException;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem sim identify}. */
@CommandLine.Command(
    name = "identify",
    description = {
      "System identification: swings a simulated arm about, through controller and safety chain, and",
      "finds masses, friction, rotor inertia, gains and delay of its drives from how it moved, each",
      "with its standard error, and the settings that make the model so."
    },
    footer = {
      "",
      "Example:  ./tandem sim identify --config docs/twin/twin.yaml --out identified.yaml",
      "docs/identification.md says how it is done and what it cannot tell."
    })
final class IdentifyCommand extends Command {
  private static final List<String> HEARS = List.of("robot.", "randomization.");

  @Mixin private IdentifyOptions options = new IdentifyOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the settings in YAML, for --config.")
  private @Nullable Path out;

  @Option(
      names = "--fixed",
      description = "Writes the estimates alone, without intervals: a twin, not a randomisation.")
  private boolean fixed;

  @Override
  boolean hears(String key) {
    return Stream.of("task", "simulator", "seed").anyMatch(key::equals)
        || HEARS.stream().anyMatch(key::startsWith);
  }

  /** Nobody looks on. */
  @Override
  RunSettings needed(RunSettings settings) {
    return settings.withCameras(List.of());
  }

  /** Whatever else a body's world lacks, it has no arm. */
  @Override
  void checkFirst(RunSettings settings) {
    if (!Tasks.hasArm(settings.task())) {
      throw new IllegalArgumentException(
          "task: expected one with an arm of Tandem's, found " + settings.task());
    }
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws StoppedExcitationException {
    requireFolder();
    Identification found = identify(settings);
    IdentificationTable.lines(found).forEach(console::say);
    IdentifiedSettings settled = new IdentifiedSettings(found.arm(), fixed);
    settled.doubt().ifPresent(console::note);
    settled
        .notTold()
        .forEach(each -> console.note("not told: " + each + "; try more --seconds or --amplitude"));
    String yaml = settled.yaml(settings);
    write(yaml, console);
    JsonObject json =
        new JsonObject()
            .put("task", settings.task())
            .put("simulator", settings.simulator())
            .put("seed", settings.seed());
    return Outcome.done(
        json.putAll(IdentificationTable.json(found))
            .putTexts("not_told", settled.notTold())
            .put("settings", yaml));
  }

  private Identification identify(RunSettings settings) throws StoppedExcitationException {
    Identification.Plan plan = options.plan();
    try {
      return Identification.of(needed(settings), plan);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(options.text(), String.valueOf(e.getMessage()));
    }
  }

  /** Before it takes its seconds. */
  private void requireFolder() {
    if (out != null && !Files.isWritable(out.toAbsolutePath().getParent())) {
      throw new ConfigurationException(
          "--out", "expected a file in a folder that can be written, found " + out);
    }
  }

  private void write(String yaml, Console console) {
    if (out == null) {
      yaml.lines().forEach(console::say);
      return;
    }
    AtomicFile.write(out, yaml);
    console.say("written: " + out);
  }
}
