package dev.tandem.policies.encoder;

/**
 * A layer of square filters over a picture, without padding.
 *
 * @param kernel rows and columns that a filter sees
 * @param stride rows and columns from one place of a filter to the next
 * @param filters of the layer, and so values per place
 */
public record Convolution(int kernel, int stride, int filters) {
  public Convolution {
    if (kernel < 1 || stride < 1 || filters < 1) {
      throw new IllegalArgumentException(
          "convolution: expected kernel, stride and filters of at least 1, found %d, %d, %d"
              .formatted(kernel, stride, filters));
    }
  }

  /** Places along an axis of so many values; below 1 when the filters are larger than that. */
  public int places(int extent) {
    return Math.floorDiv(extent - kernel, stride) + 1;
  }

  /** Values that a filter sees. */
  public int inputs(int depth) {
    return kernel * kernel * depth;
  }
}
