package dev.tandem.app.assembly;

import dev.tandem.app.settings.CameraSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.TouchSettings;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.camera.VisibleWorld;
import dev.tandem.simbridge.mujoco.ModelException;
import dev.tandem.simbridge.tactile.TouchConfig;
import dev.tandem.simbridge.tactile.TouchView;
import dev.tandem.simbridge.tactile.TouchableWorld;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;

/** What sees and feels a task's world beside its channels: cameras, then pads. */
final class Senses {
  private Senses() {}

  static Cameras of(SimulatedTask task, RunSettings settings) {
    return touched(task, settings, seen(task, settings));
  }

  private static Cameras seen(SimulatedTask task, RunSettings settings) {
    List<CameraConfig> wanted = settings.cameras().stream().map(CameraSettings::config).toList();
    if (wanted.isEmpty()) {
      return Cameras.NONE;
    }
    if (!(task.world() instanceof VisibleWorld world)) {
      String why =
          Tasks.isRemote(settings.simulator())
              ? ", whose program tells numbers and no pictures (docs/step-protocol.md)"
              : "";
      throw new IllegalArgumentException(
          "simulator: expected mujoco with cameras, found " + settings.simulator() + why);
    }
    try {
      return Cameras.of(wanted, world);
    } catch (ModelException e) {
      throw new IllegalArgumentException("cameras: " + e.getMessage(), e);
    }
  }

  private static Cameras touched(SimulatedTask task, RunSettings settings, Cameras cameras) {
    List<TouchConfig> wanted = settings.touch().stream().map(TouchSettings::config).toList();
    if (wanted.isEmpty()) {
      return cameras;
    }
    if (!(task.world() instanceof TouchableWorld world)) {
      throw new IllegalArgumentException(
          "touch: expected a task with a gripper in mujoco, such as pick-cube, found "
              + settings.task()
              + " in "
              + settings.simulator());
    }
    TouchView view = world.touch(wanted);
    return cameras.and(view.images(), view);
  }
}
