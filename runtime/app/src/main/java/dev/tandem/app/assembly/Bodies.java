package dev.tandem.app.assembly;

import dev.tandem.app.settings.LocomotionSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.locomotion.Locomotion;
import dev.tandem.simbridge.mujoco.ModelException;
import dev.tandem.simbridge.mujoco.ModelFiles;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoBody;
import dev.tandem.simbridge.randomize.Parameter;
import dev.tandem.simbridge.randomize.Randomization;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;

/** The task of a body that a file brings. */
public final class Bodies {
  /** Its value of {@code task}. */
  static final String LOCOMOTION = "locomotion";

  /** A body's file in a run, beside which is what that takes in. */
  public static final String KEPT = "model.xml";

  private static final List<Parameter> MEANINGLESS =
      List.of(
          Parameter.PHYSICS_LOAD_MASS,
          Parameter.DRIVES_NO_LOAD_SPEED_RAD_PER_S,
          Parameter.SENSING_TOOL_FROM_JOINTS,
          Parameter.SENSING_SCENE_NOISE_METRES,
          Parameter.SENSING_SCENE_BIAS_METRES,
          Parameter.SENSING_SCENE_PERIOD_SECONDS,
          Parameter.SENSING_SCENE_DELAY_SECONDS,
          Parameter.SENSING_SCENE_JITTER_SECONDS,
          Parameter.SENSING_SCENE_DROPPED);

  private Bodies() {}

  /** Throws with the key, what is expected and what was found. */
  static SimulatedTask create(RunSettings settings) {
    LocomotionSettings its = settings.locomotion();
    require(settings.simulator().equals("mujoco"), "simulator", "mujoco", settings.simulator());
    require(!its.model().isEmpty(), "locomotion.model", "an MJCF file", "none");
    requireMeaning(settings.randomization().plan());
    try {
      requireSealed(its);
      return new Locomotion(
          new MujocoBody(
              Mujoco.shared(), Path.of(its.model()), its.forwardByMass(), its.observed()),
          its.gait());
    } catch (ModelException e) {
      throw new IllegalArgumentException("locomotion.model: " + e.getMessage(), e);
    }
  }

  /** Throws when somebody shall teach what nobody knows; for all that learns. */
  public static void requireUntaught(RunSettings settings) {
    if (!Tasks.hasArm(settings.task())) {
      int shown = settings.demos().episodes();
      require(shown == 0, "demos.episodes", "0, as nobody can show it,", shown);
      boolean corrects = settings.person().corrects();
      require(!corrects, "person.corrects", "false, as nobody knows better,", corrects);
    }
  }

  /**
   * A body carries nothing, has no tool and no scene, and nobody says what turns at which speed.
   */
  private static void requireMeaning(Randomization differences) {
    for (Parameter parameter : MEANINGLESS) {
      require(
          differences.isNominal(parameter),
          "randomization." + parameter.key(),
          String.valueOf(parameter.nominal()),
          differences.of(parameter));
    }
  }

  private static void requireSealed(LocomotionSettings its) {
    String found = its.seal().isEmpty() ? "" : files(its).sha256();
    if (!found.equals(its.seal())) {
      throw new IllegalArgumentException(
          "locomotion.model: expected the model with SHA-256 %s, as locomotion.seal says, found %s with %s; put that back, or train a run of its own"
              .formatted(its.seal(), its.model(), found));
    }
  }

  /** Settings that say which body they are for, if for one, so that no other can take its place. */
  public static RunSettings sealed(RunSettings settings) {
    LocomotionSettings its = settings.locomotion();
    return Tasks.hasArm(settings.task())
        ? settings
        : settings.withLocomotion(its.sealed(files(its).sha256()));
  }

  /** Throws when the files of a body, if the settings have one, cannot be kept in a run. */
  public static void requireKept(RunSettings settings) {
    if (!Tasks.hasArm(settings.task())) {
      try {
        files(settings.locomotion()).requireFree(KEPT);
      } catch (ModelException e) {
        throw new IllegalArgumentException("locomotion.model: " + e.getMessage(), e);
      }
    }
  }

  /** Copies the files of a body, if the settings have one, to where {@code file} is its model. */
  public static void keep(RunSettings settings, Path file) {
    if (!Tasks.hasArm(settings.task())) {
      files(settings.locomotion()).copyTo(file);
    }
  }

  private static ModelFiles files(LocomotionSettings its) {
    return ModelFiles.of(Path.of(its.model()));
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          key + ": expected " + expected + " with task locomotion, found " + found);
    }
  }
}
