package dev.tandem.runtime.signal;

/**
 * The shape of an image slot: [height][width][depth], rows from the top.
 *
 * @param name unique within the observation
 * @param depth values per pixel: 1 grey, 3 RGB; of a tactile image what it says
 */
public record ImageSpec(String name, int width, int height, int depth, Values values) {
  /** How each value is kept. */
  public enum Values {
    /** 0 to 255. */
    UINT8(1),
    /** A float, the lowest byte first. */
    FLOAT32(4);

    private final int bytes;

    Values(int bytes) {
      this.bytes = bytes;
    }

    /** Of one value. */
    public int bytes() {
      return bytes;
    }
  }

  public ImageSpec {
    if (width < 1 || height < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "image " + name + ": no such shape " + height + "x" + width + "x" + depth);
    }
  }

  /** Of a camera. */
  public ImageSpec(String name, int width, int height, int depth) {
    this(name, width, height, depth, Values.UINT8);
  }

  public int bytes() {
    return width * height * depth * values.bytes();
  }
}
