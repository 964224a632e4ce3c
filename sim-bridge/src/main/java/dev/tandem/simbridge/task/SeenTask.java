package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;

/**
 * A task whose policy sees the scene through cameras alone: in place of what the simulator knows of
 * it stand the numbers that an encoder makes of the pictures. One thread.
 */
public final class SeenTask extends EncodedTask {
  /** Before the name of each of these numbers. */
  public static final String BLOCK = "sight";

  /**
   * For a task that has cameras.
   *
   * @throws IllegalArgumentException when its pictures, or what they shall say, are not the
   *     encoder's
   */
  public SeenTask(SimulatedTask task, ImageEncoder encoder) {
    super(task, proprioception(sceneOf(task), encoder), BLOCK, encoder);
  }

  /** What the arm knows of itself, where the encoder says all the rest. */
  private static FeatureEncoder proprioception(Scene scene, ImageEncoder encoder) {
    if (!scene.shown().names().equals(encoder.names())) {
      throw new IllegalArgumentException(
          "expected an encoder of %s, found one of %s"
              .formatted(scene.shown().names(), encoder.names()));
    }
    return scene.proprioception();
  }

  /** The scene of a task that has one. */
  public static Scene sceneOf(SimulatedTask task) {
    return task.scene()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a task whose scene cameras can show, such as pick-cube, found "
                        + task.name()));
  }
}
