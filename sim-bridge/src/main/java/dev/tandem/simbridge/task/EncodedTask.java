package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.camera.PictureEncoding;

/**
 * A task whose policy is told, after some features, the numbers that an encoder makes of images.
 * Reward, success and the scripted person go by what they went by before. One thread.
 */
abstract class EncodedTask extends WrappedTask {
  private final SignalSpec observation;
  private final FeatureEncoder features;

  /**
   * For a task that has the encoder's images.
   *
   * @param told before the encoder's numbers
   * @param block before the name of each of these
   */
  EncodedTask(SimulatedTask task, FeatureEncoder told, String block, ImageEncoder encoder) {
    super(task);
    SignalSpec inner = task.observationSpec();
    this.observation =
        SimulatedTask.join(inner.name(), inner, PictureEncoding.channels(block, encoder));
    task.cameras().encodeWith(encoder, inner.size());
    this.features = new EncodedFeatures(told, block, encoder, inner.size());
  }

  @Override
  public final SignalSpec observationSpec() {
    return observation;
  }

  @Override
  public final FeatureEncoder encoder() {
    return features;
  }
}
