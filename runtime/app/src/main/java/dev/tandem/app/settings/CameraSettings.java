package dev.tandem.app.settings;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.CameraConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * A camera that sees the simulated world; what a list leaves out is as in {@link #defaults}.
 *
 * @param name of a camera of the simulated world: {@code front} or {@code wrist}
 * @param width of its images, pixels
 * @param height of its images, pixels
 * @param rateHz images a second of the loop's time
 * @param delaySeconds from the moment that an image shows until it is there
 */
public record CameraSettings(
    String name, int width, int height, double rateHz, double delaySeconds) {
  private static final int MOST_WIDTH = 640;
  private static final int MOST_HEIGHT = 480;
  private static final int RGB = 3;
  private static final double MOST_HZ = 1000;
  private static final double MOST_DELAY_SECONDS = 1;
  private static final double NANOS_PER_SECOND = 1e9;

  public CameraSettings {
    if (!name.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException(
          "name: expected the name of a camera in letters and digits, found " + name);
    }
    Check.within("width", width, 1, MOST_WIDTH);
    Check.within("height", height, 1, MOST_HEIGHT);
    requireTimes(rateHz, delaySeconds);
  }

  /** Of whatever makes images. */
  static void requireTimes(double rateHz, double delaySeconds) {
    Check.above("rate_hz", rateHz, 0);
    Check.atMost("rate_hz", rateHz, MOST_HZ);
    Check.atLeast("delay_seconds", delaySeconds, 0);
    Check.atMost("delay_seconds", delaySeconds, MOST_DELAY_SECONDS);
  }

  /** As large and as often as learning likes it. */
  public static CameraSettings defaults() {
    return new CameraSettings("front", 64, 64, 50, 0);
  }

  /** Those that every world of an arm has. */
  public static List<CameraSettings> frontAndWrist() {
    return frontAndWrist(defaults().width);
  }

  /** The same so many pixels wide and high. */
  public static List<CameraSettings> frontAndWrist(int pixels) {
    CameraSettings usual = defaults();
    return Stream.of("front", "wrist")
        .map(each -> new CameraSettings(each, pixels, pixels, usual.rateHz, usual.delaySeconds))
        .toList();
  }

  /** The same for a simulator. */
  public CameraConfig config() {
    return times(new ImageSpec(name, width, height, RGB), rateHz, delaySeconds);
  }

  /** Whatever makes images, for a simulator. */
  static CameraConfig times(ImageSpec image, double rateHz, double delaySeconds) {
    return new CameraConfig(
        image, Math.round(NANOS_PER_SECOND / rateHz), Math.round(NANOS_PER_SECOND * delaySeconds));
  }
}
