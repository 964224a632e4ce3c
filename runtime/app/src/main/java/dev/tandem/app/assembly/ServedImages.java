package dev.tandem.app.assembly;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.remote.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a task for a learner that is not ours.
 *
 * @param configs of all images that the observation has; none for who wants none
 */
record ServedImages(List<CameraConfig> configs) {
  private static final double NANOS_PER_SECOND = 1e9;

  static final ServedImages NONE = new ServedImages(List.of());

  /** What a client is told of them. */
  List<Message.ImageOffer> offers() {
    return configs.stream().map(ServedImages::offer).toList();
  }

  private static Message.ImageOffer offer(CameraConfig config) {
    return new Message.ImageOffer(
        config.image(),
        NANOS_PER_SECOND / config.periodNanos(),
        config.delayNanos() / NANOS_PER_SECOND);
  }

  /**
   * As they are in an observation.
   *
   * @param beginNanos of the episode, on the loop's clock
   */
  List<Message.Picture> of(Observation observation, long beginNanos) {
    List<Message.Picture> pictures = new ArrayList<>();
    for (int slot = 0; slot < configs.size(); slot++) {
      Image image = observation.image(slot);
      byte[] pixels = new byte[image.spec().bytes()];
      image.copyTo(pixels, 0);
      double shownSeconds = (image.stampNanos() - beginNanos) / NANOS_PER_SECOND;
      pictures.add(new Message.Picture(shownSeconds, pixels));
    }
    return pictures;
  }
}
