package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.CameraConfig;

/**
 * What is to be had of one pad.
 *
 * @param pad its name
 * @param gel its skin
 * @param camera name, size, rate and delay of the image; of floats it is a grid of forces, of bytes
 *     a picture
 */
public record TouchConfig(String pad, Gel gel, CameraConfig camera) {
  private static final int VALUES = 3;

  public TouchConfig {
    if (camera.image().depth() != VALUES) {
      throw new IllegalArgumentException(
          "touch %s: expected 3 values a pixel, found %s".formatted(pad, camera.image()));
    }
  }

  /** Forces: along the columns, along the rows, and into the pad; N, a float each. */
  public static ImageSpec forces(String name, int width, int height) {
    return new ImageSpec(name, width, height, VALUES, ImageSpec.Values.FLOAT32);
  }

  /** Red, green, blue. */
  public static ImageSpec picture(String name, int width, int height) {
    return new ImageSpec(name, width, height, VALUES);
  }
}
