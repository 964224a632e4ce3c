package dev.tandem.simbridge.camera;

import dev.tandem.runtime.signal.ImageSpec;

/**
 * One camera.
 *
 * @param image named as the camera in the world
 * @param periodNanos from one picture to the next; taken at the first tick that is not before
 * @param delayNanos from the moment that a picture shows until it is there
 */
public record CameraConfig(ImageSpec image, long periodNanos, long delayNanos) {
  public CameraConfig {
    if (periodNanos < 1 || delayNanos < 0) {
      throw new IllegalArgumentException(
          "camera %s: expected a period above 0 and a delay of at least 0, found %d and %d ns"
              .formatted(image.name(), periodNanos, delayNanos));
    }
  }
}
