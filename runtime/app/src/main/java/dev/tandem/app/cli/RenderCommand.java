package dev.tandem.app.cli;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.report.Picture;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.CameraSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem sim render}. */
@CommandLine.Command(
    name = "render",
    description = {
      "Writes what a policy would see: a PNG of each camera of --config, else of an arm's front and wrist,",
      "and of each pad that touch names, with the sum of its forces.",
      "An episode begins as --seed says, with all of randomization, and its scripted expert drives."
    },
    footer = {
      "",
      "Example:  ./tandem sim render --task pick-cube --sim mujoco --steps 60 --out pictures"
    })
final class RenderCommand extends Command {
  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Decisions of the expert before the picture; 0 without any.")
  private int steps;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where NAME.png are written; the folder that you are in without any.")
  private Path folder = Path.of("");

  @Override
  RunSettings defaults() {
    return RunSettings.defaults().withCameras(CameraSettings.frontAndWrist());
  }

  /** What a body's cameras are called, only its file knows. */
  @Override
  RunSettings needed(RunSettings settings) {
    return Tasks.hasArm(settings.task()) ? settings : settings.withCameras(List.of());
  }

  @Override
  Outcome run(RunSettings settings, Console console) {
    if (steps < 0) {
      throw new ConfigurationException("--steps", "expected at least 0, found " + steps);
    }
    SimulatedTask task = task(settings);
    List<JsonObject> written = new ArrayList<>();
    try (Rig rig = rig(settings, task)) {
      Observation seen = drive(rig, settings.seed());
      for (int slot = 0; slot < seen.imageCount(); slot++) {
        written.add(write(seen.image(slot), console));
      }
    }
    return Outcome.done(
        new JsonObject()
            .put("task", settings.task())
            .put("seed", settings.seed())
            .put("conditions", task.conditions())
            .put("images", written));
  }

  /** Nobody is to blame for cameras that only this command takes for granted. */
  private static SimulatedTask task(RunSettings settings) {
    try {
      return Tasks.create(settings);
    } catch (IllegalArgumentException e) {
      boolean named = !settings.cameras().equals(CameraSettings.frontAndWrist());
      throw new ConfigurationException(
          "cameras",
          named
              ? String.valueOf(e.getMessage())
              : "expected those of the body that shall be rendered, such as --set 'cameras=[{name:"
                  + " NAME}]', found none; front and wrist are an arm's: "
                  + e.getMessage());
    }
  }

  private static Rig rig(RunSettings settings, SimulatedTask task) {
    return new Rig(
        Robot.of(settings).accepted(),
        task,
        InterventionSource.NOBODY,
        Driver.expert(task).policy(),
        new UnjournaledRecording(task));
  }

  private Observation drive(Rig rig, long seed) {
    rig.task().reset(seed);
    rig.loop().startEpisode(0);
    for (int i = 0; i < steps * rig.task().ticksPerDecision(); i++) {
      rig.loop().tick();
    }
    return rig.loop().observation();
  }

  private JsonObject write(Image image, Console console) {
    Path file = folder.resolve(image.spec().name() + ".png");
    try {
      Picture.write(image, file);
    } catch (UncheckedIOException e) {
      throw new ConfigurationException(
          "--out", "expected a folder that can be written, found " + folder + ": " + e.getCause());
    }
    JsonObject said =
        new JsonObject()
            .put("camera", image.spec().name())
            .put("file", file.toString())
            .put("stamp_s", image.stampNanos() * 1e-9);
    if (image.spec().values() == ImageSpec.Values.UINT8) {
      console.say(file.toString());
      return said;
    }
    double[] newton = newton(image);
    console.say(
        String.format(
            Locale.ROOT,
            "%s: %.3f N into the pad, %.3f N along its columns, %.3f N along its rows",
            file,
            newton[2],
            newton[0],
            newton[1]));
    return said.put("pressing_n", newton[2])
        .put("along_columns_n", newton[0])
        .put("along_rows_n", newton[1]);
  }

  /** All of a grid of forces together: along its columns, its rows, and into the pad. */
  private static double[] newton(Image forces) {
    int depth = forces.spec().depth();
    double[] sum = new double[depth];
    for (int i = 0; i < forces.spec().width() * forces.spec().height() * depth; i++) {
      sum[i % depth] += forces.value(i);
    }
    return sum;
  }
}
