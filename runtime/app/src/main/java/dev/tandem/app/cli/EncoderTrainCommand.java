package dev.tandem.app.cli;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.CameraSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.sight.EncoderLesson;
import dev.tandem.app.sight.EncoderListener;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SeenTask;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem encoder train}. */
@CommandLine.Command(
    name = "train",
    description = {
      "Teaches an encoder to say where the things of a task are, from pictures of its cameras.",
      "The simulator labels the pictures; policies then see through the encoder: encoder.file."
    },
    footer = {
      "",
      "Example:  ./tandem encoder train --config docs/pick-images.yaml --out pick.encoder",
      "Without cameras in the settings it looks through front and wrist, 64 x 64 pixels each."
    })
final class EncoderTrainCommand extends Command {
  private static final double MM_PER_METRE = 1000;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the encoder is written; what encoder.file says without any.")
  private @Nullable Path out;

  @Override
  RunSettings defaults() {
    return RunSettings.defaults().withCameras(CameraSettings.frontAndWrist());
  }

  /** The encoder of these settings is yet to be taught. */
  @Override
  RunSettings needed(RunSettings settings) {
    return settings.withEncoder(settings.encoder().withoutFile());
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws CheckpointException {
    if (!settings.touch().isEmpty()) {
      throw new ConfigurationException(
          "touch",
          "expected none while an encoder is taught, which looks through cameras only, found "
              + settings.touch().size()
              + "; add --set touch=[]");
    }
    requireScene(settings);
    Path file = file(settings);
    EncoderLesson lesson =
        new EncoderLesson(settings, file, new Tenths(console), new SystemClock());
    EncoderLesson.Result result = lesson.run();
    List<String> names = result.shape().numbers();
    for (int i = 0; i < names.size(); i++) {
      double millimetres = MM_PER_METRE * result.error().meanMetres()[i];
      console.say(
          String.format(Locale.ROOT, "%s: %.1f mm off on average", names.get(i), millimetres));
    }
    console.say("written to " + file + ", hash " + result.hash());
    return Outcome.done(json(settings, file, result));
  }

  private void requireScene(RunSettings settings) {
    SimulatedTask task = Tasks.create(needed(settings).withCameras(List.of()));
    try {
      SeenTask.sceneOf(task);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("task", String.valueOf(e.getMessage()));
    } finally {
      task.simulator().close();
    }
  }

  private Path file(RunSettings settings) {
    if (out != null) {
      return out;
    }
    if (settings.encoder().file().isEmpty()) {
      throw new ConfigurationException(
          "--out", "expected a file, found none, nor encoder.file in the settings");
    }
    return Path.of(settings.encoder().file());
  }

  private static JsonObject json(RunSettings settings, Path file, EncoderLesson.Result result) {
    return new JsonObject()
        .put("encoder", file.toString())
        .put("encoder_hash", result.hash())
        .put("task", settings.task())
        .put("seed", settings.seed())
        .put("pictures", settings.encoder().pictures())
        .put("held_out_pictures", result.heldOut())
        .put("mean_error_mm", MM_PER_METRE * result.error().mean())
        .put("p95_error_mm", MM_PER_METRE * result.error().percentile95())
        .put("collect_seconds", result.collectSeconds())
        .put("train_seconds", result.trainSeconds());
  }

  /** A line for every tenth of a phase. */
  private static final class Tenths implements EncoderListener {
    private static final int PARTS = 10;

    private final Console console;
    private String phase = "";
    private int planned;
    private int told;

    Tenths(Console console) {
      this.console = console;
    }

    @Override
    public void phase(String name, int parts) {
      phase = name;
      planned = parts;
      told = 0;
    }

    @Override
    public void done(int parts) {
      int tenth = (int) ((long) PARTS * parts / planned);
      if (tenth > told) {
        told = tenth;
        console.note(String.format(Locale.ROOT, "%s: %,d of %,d", phase, parts, planned));
      }
    }
  }
}
