package dev.tandem.simbridge.randomize;

import java.util.Locale;

/** What can differ from episode to episode. Spreads are drawn anew for each joint or axis. */
public enum Parameter {
  /** Factor of the arm's masses, and of their inertia. */
  PHYSICS_MASS(1, 0.01, 100),
  /** Factor of the links' inertia, beyond that. */
  PHYSICS_INERTIA(1, 0.01, 100),
  /** Factor of the mass of what the arm moves. */
  PHYSICS_LOAD_MASS(1, 0.01, 100),
  /** Factor of all friction between surfaces. */
  PHYSICS_FRICTION(1, 0, 100),
  /** Factor of the joints' damping. */
  PHYSICS_DAMPING(1, 0, 100),
  /** Factor of the drives' inertia. */
  PHYSICS_ARMATURE(1, 0, 100),
  /** Factor of gravity. */
  PHYSICS_GRAVITY(1, 0, 10),
  /** Every joint starts up to so many rad from where the task puts it. */
  START_JOINT_SPREAD_RAD(0, 0, 1),
  /** Factor of every drive's torque. */
  DRIVES_GAIN(1, 0, 10),
  /** Each drive's own factor is up to so much more or less than 1. */
  DRIVES_GAIN_SPREAD(0, 0, 1),
  /** Time constant in seconds with which a torque follows its command. */
  DRIVES_LAG_SECONDS(0, 0, 1),
  /** From a command to the drive. */
  DRIVES_DELAY_SECONDS(0, 0, 1),
  /** Up to so many seconds more, anew at every tick. */
  DRIVES_JITTER_SECONDS(0, 0, 1),
  /** At which a drive has no torque left, as a direct-current motor; 0 for one without that. */
  DRIVES_NO_LOAD_SPEED_RAD_PER_S(0, 0, 1000),
  /** Pushes on the arm in a second, on average. */
  PUSHES_PER_SECOND(0, 0, 100),
  /** Torque of a push on each joint, at most, Nm. */
  PUSHES_TORQUE_NM(0, 0, 1000),
  /** How long a push lasts. */
  PUSHES_SECONDS(0.1, 0.001, 10),
  /** Standard deviation of the measured joint positions. */
  SENSING_JOINT_NOISE_RAD(0, 0, 1),
  /** Standard deviation of the measured joint speeds. */
  SENSING_SPEED_NOISE_RAD_PER_S(0, 0, 10),
  /** Up to so far from where they are, the same for a whole episode, of every joint its own. */
  SENSING_JOINT_BIAS_RAD(0, 0, 1),
  /** Share of what joints are measured wrong that the tool has by the arm's kinematics. */
  SENSING_TOOL_FROM_JOINTS(0, 0, 1),
  /** Until arm and tool are seen as they were. */
  SENSING_ARM_DELAY_SECONDS(0, 0, 1),
  /** Standard deviation of where things in the scene are seen, of every sight of its own. */
  SENSING_SCENE_NOISE_METRES(0, 0, 1),
  /** Up to so far from where they are, the same for a whole episode, on every axis of its own. */
  SENSING_SCENE_BIAS_METRES(0, 0, 1),
  /** From one sight of the scene to the next: a camera's; 0 for every tick. */
  SENSING_SCENE_PERIOD_SECONDS(0, 0, 1),
  /** Until the scene is seen as it was. */
  SENSING_SCENE_DELAY_SECONDS(0, 0, 1),
  /** Up to so many seconds more, anew at every sight. */
  SENSING_SCENE_JITTER_SECONDS(0, 0, 1),
  /** Fraction of the sights of the scene that are lost. */
  SENSING_SCENE_DROPPED(0, 0, 0.99),
  /** Every camera is up to so far from its place, on each axis of its own. */
  CAMERA_POSITION_SPREAD_METRES(0, 0, 1),
  /** Every camera is turned by up to so much about each of its axes. */
  CAMERA_ANGLE_SPREAD_RAD(0, 0, 1),
  /** Factor of the cameras' field of view. */
  CAMERA_FIELD_OF_VIEW(1, 0.1, 3),
  /** Until a picture is there, beyond what the camera is set to. */
  CAMERA_DELAY_SECONDS(0, 0, 1),
  /** Up to so many seconds more, anew at every picture. */
  CAMERA_JITTER_SECONDS(0, 0, 1),
  /** Fraction of the pictures that are lost. */
  CAMERA_DROPPED(0, 0, 0.99),
  /** Every light is up to so far from its place, on each axis of its own. */
  LIGHT_POSITION_SPREAD_METRES(0, 0, 10),
  /** Factor of all light. */
  LIGHT_BRIGHTNESS(1, 0, 10),
  /** The red, green and blue of everything is up to so much more or less, of 1. */
  LIGHT_COLOUR_SPREAD(0, 0, 1);

  private final double nominal;
  private final double min;
  private final double max;

  Parameter(double nominal, double min, double max) {
    this.nominal = nominal;
    this.min = min;
    this.max = max;
  }

  /** With which nothing differs from the model. */
  public double nominal() {
    return nominal;
  }

  /** As in a configuration, under {@code randomization}: for example {@code physics.mass}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  /**
   * Reads a distribution for this.
   *
   * @throws IllegalArgumentException when it is none, or may give what this cannot be
   */
  public Distribution parse(String text) {
    Distribution read = Distribution.parse(text);
    if (read.low() < min || read.high() > max) {
      throw new IllegalArgumentException(
          "expected numbers from " + min + " to " + max + ", found " + read);
    }
    return read;
  }
}
