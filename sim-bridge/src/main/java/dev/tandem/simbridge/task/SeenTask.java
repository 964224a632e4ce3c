package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.camera.PictureEncoding;

/**
 * A task whose policy sees the scene through cameras alone: in place of what the simulator knows of
 * it stand the numbers that an encoder makes of the pictures. Reward, success and the scripted
 * person go by the truth as before. One thread.
 */
public final class SeenTask extends WrappedTask {
  /** Before the name of each of these numbers. */
  public static final String BLOCK = "sight";

  private final SignalSpec observation;
  private final FeatureEncoder features;

  /**
   * For a task that has cameras.
   *
   * @throws IllegalArgumentException when its pictures, or what they shall say, are not the
   *     encoder's
   */
  public SeenTask(SimulatedTask task, ImageEncoder encoder) {
    super(task);
    Scene scene = sceneOf(task);
    if (!scene.shown().names().equals(encoder.names())) {
      throw new IllegalArgumentException(
          "expected an encoder of %s, found one of %s"
              .formatted(scene.shown().names(), encoder.names()));
    }
    SignalSpec inner = task.observationSpec();
    this.observation =
        SimulatedTask.join(inner.name(), inner, PictureEncoding.channels(BLOCK, encoder));
    task.cameras().encodeWith(encoder, inner.size());
    this.features = new EncodedFeatures(scene.proprioception(), BLOCK, encoder, inner.size());
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

  @Override
  public SignalSpec observationSpec() {
    return observation;
  }

  @Override
  public FeatureEncoder encoder() {
    return features;
  }
}
