package dev.tandem.app.assembly;

import dev.tandem.app.settings.LocomotionSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.locomotion.Locomotion;
import dev.tandem.simbridge.mujoco.ModelException;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoBody;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;

/** The task of a body that a file brings. */
final class Bodies {
  /** Its value of {@code task}. */
  static final String LOCOMOTION = "locomotion";

  private Bodies() {}

  /** Throws with the key, what is expected and what was found. */
  static SimulatedTask create(RunSettings settings) {
    LocomotionSettings its = settings.locomotion();
    require(settings.simulator().equals("mujoco"), "simulator", "mujoco", settings.simulator());
    require(!its.model().isEmpty(), "locomotion.model", "an MJCF file", "none");
    int shown = settings.demos().episodes();
    require(shown == 0, "demos.episodes", "0, as nobody can show it,", shown);
    boolean corrects = settings.person().corrects();
    require(!corrects, "person.corrects", "false, as nobody knows better,", corrects);
    try {
      return new Locomotion(
          new MujocoBody(
              Mujoco.shared(), Path.of(its.model()), its.forwardByMass(), its.observed()),
          its.gait());
    } catch (ModelException e) {
      throw new IllegalArgumentException("locomotion.model: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          key + ": expected " + expected + " with task locomotion, found " + found);
    }
  }
}
