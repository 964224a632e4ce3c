package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.PictureEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * A task whose policy sees the scene through cameras alone: in place of what the simulator knows of
 * it stand the numbers that an encoder makes of the pictures. Reward, success and the scripted
 * person go by the truth as before. One thread.
 */
public final class SeenTask extends WrappedTask {
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
    this.observation = SimulatedTask.join(inner.name(), inner, PictureEncoding.channels(encoder));
    task.cameras().encodeWith(encoder, inner.size());
    this.features = new Features(scene.proprioception(), encoder, inner.size());
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

  /** The arm's own features, then the encoder's numbers, each named with its fingerprint. */
  private record Features(FeatureEncoder own, ImageEncoder encoder, int firstChannel, int size)
      implements FeatureEncoder {
    Features(FeatureEncoder own, ImageEncoder encoder, int firstChannel) {
      this(own, encoder, firstChannel, own.size() + encoder.names().size());
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(own.names());
      for (String name : encoder.names()) {
        names.add(PictureEncoding.BLOCK + "." + name + "@" + encoder.fingerprint());
      }
      return names;
    }

    @Override
    @HotPath
    public void encode(Observation seen, float[] to) {
      own.encode(seen, to);
      int count = own.size();
      for (int i = count; i < size; i++) {
        to[i] = (float) seen.get(firstChannel + i - count);
      }
    }
  }
}
