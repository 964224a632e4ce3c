package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.camera.PictureEncoding;

/**
 * A task whose policy is told what pads feel, beside all that it is told without. Reward, success
 * and the scripted person go by what they went by before. One thread.
 */
public final class FeltTask extends WrappedTask {
  /** Before the name of each of these numbers. */
  public static final String BLOCK = "touch";

  private final SignalSpec observation;
  private final FeatureEncoder features;

  /**
   * For a task whose pads feel.
   *
   * @param touch what is told of what they feel
   */
  public FeltTask(SimulatedTask task, ImageEncoder touch) {
    super(task);
    SignalSpec inner = task.observationSpec();
    this.observation =
        SimulatedTask.join(inner.name(), inner, PictureEncoding.channels(BLOCK, touch));
    task.cameras().encodeWith(touch, inner.size());
    this.features = new EncodedFeatures(task.encoder(), BLOCK, touch, inner.size());
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
