package dev.tandem.runtime.signal;

/**
 * The shape of an image slot: uint8 [height][width][depth], rows from the top.
 *
 * @param name unique within the observation
 * @param depth values per pixel: 1 grey, 3 RGB
 */
public record ImageSpec(String name, int width, int height, int depth) {
  public ImageSpec {
    if (width < 1 || height < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "image " + name + ": no such shape " + height + "x" + width + "x" + depth);
    }
  }

  public int bytes() {
    return width * height * depth;
  }
}
